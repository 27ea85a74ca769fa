using System.Text.RegularExpressions;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Workshop.Runner.Screens;

/// <summary>Breaks lines between words. What follows a label, such as "Next   …", stays in its column.</summary>
internal static partial class Wrapping
{
    private const int MaxIndent = 16;

    public static IEnumerable<ScreenLine> Wrap(string text, int width, Style? style = null)
    {
        var indent = new string(' ', Math.Min(Label().Match(text).Length, MaxIndent));
        var line = "";
        foreach (var word in Word().Matches(text).Select(match => match.Value))
        {
            if (line.Trim().Length > 0 && Cells(line + word.TrimEnd()) > width)
            {
                yield return ScreenLine.Of(line.TrimEnd(), style);
                line = indent;
            }

            line += word;
        }

        yield return ScreenLine.Of(line.TrimEnd(), style);
    }

    private static int Cells(string text) => new Segment(text).CellCount();

    [GeneratedRegex(@"^\s*([<>] )?(\S+( \S+)?\s{2,})?")]
    private static partial Regex Label();

    [GeneratedRegex(@"^\s+|\S+\s*")]
    private static partial Regex Word();
}
