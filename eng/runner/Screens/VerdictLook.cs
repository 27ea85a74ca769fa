using Spectre.Console;
using Workshop.Runner.Grading;

namespace Workshop.Runner.Screens;

/// <summary>How a verdict is shown: a sign and a word, so that colour is never needed to tell them apart.</summary>
/// <param name="Sign">One character, where the terminal can show it.</param>
/// <param name="Ascii">Its stand-in elsewhere.</param>
/// <param name="Word">The verdict in words.</param>
/// <param name="Style">From the sixteen colours that the terminal's own theme defines, so that light and dark both read well.</param>
internal sealed record VerdictLook(string Sign, string Ascii, string Word, Style Style)
{
    /// <summary>The width of the longest word.</summary>
    public const int WordWidth = 21;

    private static readonly Style Good = new(Color.Green);
    private static readonly Style Bad = new(Color.Maroon);

    /// <summary>The sign, or its stand-in where the terminal cannot show it.</summary>
    public string SignFor(bool hasSigns) => hasSigns ? Sign : Ascii;

    public static VerdictLook Of(Verdict verdict) => verdict switch
    {
        Verdict.Done => new("✓", "+", "done", Good),
        Verdict.NotImplementedYet => new("○", "-", "not implemented yet", Style.Plain),
        Verdict.Wrong => new("✗", "x", "wrong", Bad),
        Verdict.TimedOut => new("✗", "x", "timed out", Bad),
        Verdict.DoesNotCompile => new("✗", "x", "does not compile", Bad),
        Verdict.Crashed => new("✗", "x", "crashed", Bad),
        Verdict.NotChecked => new("?", "?", "not checked", Style.Plain),
        Verdict.FaultOfTheGrader => new("!", "!", "fault of the workshop", new Style(Color.Purple)),
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "has no look"),
    };
}
