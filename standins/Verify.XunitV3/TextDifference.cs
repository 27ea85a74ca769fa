using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace VerifyTests;

/// <summary>Shows the lines that differ, with a little of what stands around them.</summary>
internal static class TextDifference
{
    private const int LinesAround = 2;

    /// <returns>Lines that begin with <c>-</c> (verified), <c>+</c> (received) or a space (both).</returns>
    public static string Of(string verified, string received)
    {
        var lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(verified, received, ignoreWhitespace: false).Lines;
        var changed = lines.Select((line, index) => (line, index))
            .Where(it => it.line.Type != ChangeType.Unchanged)
            .Select(it => it.index)
            .ToList();

        var shown = new List<string>();
        var previous = -1;
        foreach (var index in changed.SelectMany(Around).Distinct().Where(index => index < lines.Count))
        {
            if (index != previous + 1)
            {
                shown.Add("  ...");
            }

            shown.Add(Show(lines[index]));
            previous = index;
        }

        if (previous != lines.Count - 1)
        {
            shown.Add("  ...");
        }

        return string.Join('\n', shown);
    }

    private static IEnumerable<int> Around(int index)
    {
        var first = Math.Max(0, index - LinesAround);
        return Enumerable.Range(first, index + LinesAround - first + 1);
    }

    private static string Show(DiffPiece line) => line.Type switch
    {
        ChangeType.Deleted => "- " + MarkEnd(line.Text),
        ChangeType.Inserted => "+ " + MarkEnd(line.Text),
        _ => "  " + line.Text,
    };

    // Spaces at the end of a line are a difference that nobody sees.
    private static string MarkEnd(string text)
    {
        var visible = text.TrimEnd(' ', '\t');
        return visible + text[visible.Length..].Replace(' ', '·').Replace('\t', '→');
    }
}
