using Spectre.Console;
using Spectre.Console.Rendering;

namespace Workshop.Runner.Screens;

/// <summary>Text in one style that is never wrapped.</summary>
internal sealed class Segments(string text, Style style) : Renderable
{
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => [new Segment(text, style)];
}
