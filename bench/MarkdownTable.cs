using System.Globalization;

namespace Workshop.Bench;

/// <summary>Tables of a page in Markdown.</summary>
internal static class MarkdownTable
{
    /// <summary>The first two lines of a table.</summary>
    public static string Head(params string[] columns) => $"{Row(columns)}\n{Row([.. columns.Select(_ => "---")])}\n";

    public static string Row(params string[] cells) => $"| {string.Join(" | ", cells)} |";

    /// <summary>A number with so many decimals, and a comma between thousands.</summary>
    public static string Number(double value, int decimals = 0) => value.ToString($"N{decimals}", CultureInfo.InvariantCulture);
}
