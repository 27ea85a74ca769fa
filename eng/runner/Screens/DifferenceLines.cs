using Spectre.Console;
using Workshop.Runner.Answers;

namespace Workshop.Runner.Screens;

/// <summary>A diff as it is shown: signs and colours.</summary>
internal static class DifferenceLines
{
    public static IEnumerable<ScreenLine> Of(IReadOnlyList<FileDifference> files)
    {
        foreach (var file in files)
        {
            if (file.Text.Length == 0)
            {
                yield return ScreenLine.Of($"{file.Mine} is the same as the solution.", ScreenLine.Dim);
                continue;
            }

            foreach (var line in file.Text.TrimEnd('\n').Split('\n'))
            {
                yield return ScreenLine.Of(line, LookOf(line));
            }
        }

        yield return ScreenLine.Empty;
        yield return ScreenLine.Of("- is yours, + is the solution's. Yours may differ and be right: checks decide.");
    }

    private static Style? LookOf(string line) => line switch
    {
        _ when line.StartsWith("---", StringComparison.Ordinal) || line.StartsWith("+++", StringComparison.Ordinal) => ScreenLine.Bold,
        ['@', ..] => ScreenLine.Dim,
        ['-', ..] => new Style(Color.Maroon),
        ['+', ..] => new Style(Color.Green),
        _ => null,
    };
}
