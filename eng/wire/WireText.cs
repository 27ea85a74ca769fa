using System.Globalization;
using System.Text;

namespace Workshop.Wire;

/// <summary>A dump as a table of text.</summary>
internal static class WireText
{
    private const int BytesShown = 8;
    private const int BytesWidth = (BytesShown * 3) + 1;
    private const int MaxIndent = 10;

    public static string Of(WireDump dump)
    {
        var fields = dump.Elements.Select(FieldOf).ToArray();
        var width = Math.Min(32, fields.Select(field => field.Length).DefaultIfEmpty(0).Max());
        var text = new StringBuilder();
        foreach (var (element, field) in dump.Elements.Zip(fields))
        {
            var line = string.Create(
                CultureInfo.InvariantCulture,
                $"{element.Offset,4}  {BytesOf(element).PadRight(BytesWidth)}  {field.PadRight(width)}  {element.WireType,-6} {element.Value}");
            text.Append(line.TrimEnd()).Append('\n');
        }

        if (dump.Elements.Count == 0 && dump.Problem is null)
        {
            text.Append("(no bytes: every field has its default)\n");
        }

        return dump.Problem is { } problem
            ? text.Append(CultureInfo.InvariantCulture, $"{problem.Offset,4}  no message: {problem.Text}\n").ToString()
            : text.ToString();
    }

    private static string BytesOf(WireElement element) => element.Bytes.Length <= BytesShown
        ? HexText.Of(element.Bytes.Span)
        : $"{HexText.Of(element.Bytes.Span[..(BytesShown - 1)])} …";

    private static string FieldOf(WireElement element) =>
        new string(' ', 2 * Math.Min(element.Depth, MaxIndent))
        + (element.Number is null ? element.Name : string.Create(CultureInfo.InvariantCulture, $"{element.Number} {element.Name}"))
        + (element.Length is null ? "" : string.Create(CultureInfo.InvariantCulture, $" ({element.Length} {(element.Length == 1 ? "byte" : "bytes")})"));
}
