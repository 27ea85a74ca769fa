using Spectre.Console;
using Spectre.Console.Rendering;

namespace Workshop.Runner.Screens;

/// <summary>One line of a screen: pieces of text, each in its style.</summary>
internal sealed record ScreenLine(params IReadOnlyList<(string Text, Style? Style)> Pieces)
{
    public static Style Bold { get; } = new(decoration: Decoration.Bold);

    public static Style Dim { get; } = new(decoration: Decoration.Dim);

    public static ScreenLine Empty { get; } = new ScreenLine([]);

    public string Text => string.Concat(Pieces.Select(piece => piece.Text));

    /// <summary>How many rows the terminal needs for it.</summary>
    public int Rows(int width) => Math.Max(1, (new Segment(Text).CellCount() + width - 1) / width);

    public static ScreenLine Of(string text, Style? style = null) => new((text, style));

    /// <summary>The lines of a text.</summary>
    public static IEnumerable<ScreenLine> Lines(string text) => text.Split('\n').Select(line => Of(line));
}
