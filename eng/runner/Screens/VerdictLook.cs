using Spectre.Console;
using Workshop.Runner.Grading;

namespace Workshop.Runner.Screens;

/// <summary>How a verdict is shown: a sign beside its words, so that colour is never needed to tell them apart.</summary>
/// <param name="Sign">One character, where the terminal can show it.</param>
/// <param name="Ascii">Its stand-in elsewhere.</param>
/// <param name="Style">From the sixteen colours that the terminal's own theme defines, so that light and dark both read well.</param>
internal sealed record VerdictLook(string Sign, string Ascii, Style Style)
{
    private const int WordWidth = 21;

    private static readonly Style Good = new(Color.Green);
    private static readonly Style Bad = new(Color.Maroon);

    /// <summary>The sign, or its stand-in where the terminal cannot show it.</summary>
    public string SignFor(bool hasSigns) => hasSigns ? Sign : Ascii;

    /// <summary>Sign, what is meant, and the words: a column of a table.</summary>
    public static (string, Style?) Column(Verdict verdict, string subject, bool hasSigns) =>
        ($"{Of(verdict).SignFor(hasSigns)} {subject}  {verdict.ToWords().PadRight(WordWidth)}", Of(verdict).Style);

    public static VerdictLook Of(Verdict verdict) => verdict switch
    {
        Verdict.Done => new("✓", "+", Good),
        Verdict.NotImplementedYet => new("○", "-", Style.Plain),
        Verdict.Wrong or Verdict.TimedOut or Verdict.DoesNotCompile or Verdict.Crashed => new("✗", "x", Bad),
        Verdict.NotChecked => new("?", "?", Style.Plain),
        Verdict.FaultOfTheGrader => new("!", "!", new Style(Color.Purple)),
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "has no look"),
    };
}
