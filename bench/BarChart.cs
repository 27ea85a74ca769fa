using System.Globalization;
using System.Xml.Linq;

namespace Workshop.Bench;

/// <summary>A horizontal bar for each value, as SVG that reads well on a light and on a dark page.</summary>
internal static class BarChart
{
    private const int RowHeight = 26;
    private const int LabelWidth = 230;
    private const int BarWidth = 420;
    private const int ValueWidth = 70;
    private const int Top = 36;

    private static readonly XNamespace Svg1 = "http://www.w3.org/2000/svg";

    /// <param name="title">What the values are, with their unit.</param>
    /// <param name="bars">A label and a value each.</param>
    public static string Svg(string title, IReadOnlyList<(string Label, double Value)> bars)
    {
        var largest = bars.Max(bar => bar.Value);
        var rows = bars.SelectMany((bar, index) =>
        {
            var top = Top + (index * RowHeight);
            return new[]
            {
                Text(LabelWidth - 8, top + 15, bar.Label, "end"),
                new XElement(
                    Svg1 + "rect",
                    new XAttribute("x", LabelWidth),
                    new XAttribute("y", top),
                    new XAttribute("width", Number(bar.Value / largest * BarWidth)),
                    new XAttribute("height", RowHeight - 8),
                    new XAttribute("fill", "#2f81f7")),
                Text(LabelWidth + (bar.Value / largest * BarWidth) + 6, top + 15, bar.Value.ToString("0", CultureInfo.InvariantCulture), "start"),
            };
        });
        return new XElement(
            Svg1 + "svg",
            new XAttribute("viewBox", $"0 0 {LabelWidth + BarWidth + ValueWidth} {Top + (bars.Count * RowHeight)}"),
            new XAttribute("font-family", "sans-serif"),
            new XAttribute("font-size", 13),
            new XAttribute("fill", "#808080"),
            Text(0, 18, title, "start"),
            rows) + "\n";
    }

    private static XElement Text(double x, double y, string text, string anchor) => new(
        Svg1 + "text", new XAttribute("x", Number(x)), new XAttribute("y", Number(y)), new XAttribute("text-anchor", anchor), text);

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
