using Workshop.Runner.Screens;

namespace Workshop.Runner.Loop;

/// <summary>The part of a long text that a window shows.</summary>
/// <param name="Lines">What is shown; behind a part, a line that says which it is.</param>
/// <param name="Top">The first line of it, from 0.</param>
/// <param name="Page">How many lines of the text are shown.</param>
/// <param name="IsPart">Whether there is more.</param>
internal sealed record Scrolling(IReadOnlyList<ScreenLine> Lines, int Top, int Page, bool IsPart)
{
    /// <param name="text">The whole text.</param>
    /// <param name="top">The first line to show, from 0; one that is too far is as far as it goes.</param>
    /// <param name="width">The window's columns.</param>
    /// <param name="rows">The rows that there are for it.</param>
    public static Scrolling Of(IReadOnlyList<ScreenLine> text, int top, int width, int rows)
    {
        if (Fitting(text, width, rows) == text.Count)
        {
            return new Scrolling(text, 0, text.Count, IsPart: false);
        }

        var last = text.Count - Fitting([.. text.Reverse()], width, rows - 1);
        top = Math.Clamp(top, 0, last);
        ScreenLine[] rest = [.. text.Skip(top)];
        var page = Math.Max(1, Fitting(rest, width, rows - 1));
        var place = ScreenLine.Of($"(lines {top + 1} to {top + page} of {text.Count})", ScreenLine.Dim);
        return new Scrolling([.. rest.Take(page), place], top, page, IsPart: true);
    }

    // How many lines from the first on.
    private static int Fitting(IReadOnlyList<ScreenLine> lines, int width, int rows)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            rows -= lines[at].Rows(width);
            if (rows < 0)
            {
                return at;
            }
        }

        return lines.Count;
    }
}
