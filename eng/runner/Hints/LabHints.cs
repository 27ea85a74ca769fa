using System.Text.RegularExpressions;

namespace Workshop.Runner.Hints;

/// <summary>Reads the hints of a lab's README: the folded blocks "Hint n" below the heading of a task.</summary>
internal static partial class LabHints
{
    /// <returns>The hints of each task in their order, as they are shown in a terminal.</returns>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Read(string readme) => TaskSection()
        .Matches(readme.ReplaceLineEndings("\n"))
        .GroupBy(section => section.Groups[1].Value)
        .ToDictionary(
            sections => sections.Key,
            IReadOnlyList<string> (sections) =>
                [.. Block().Matches(sections.First().Groups[2].Value).Select(block => ForTerminal(block.Groups[1].Value))]);

    // A terminal follows no link: the address is shown, from the workshop's folder, where the student is.
    private static string ForTerminal(string markdown) => Link().Replace(markdown.Trim(), link =>
    {
        var address = ParentFolders().Replace(link.Groups[2].Value, "");
        var text = link.Groups[1].Value;
        return address.StartsWith(text, StringComparison.Ordinal) ? address : $"{text} ({address})";
    });

    [GeneratedRegex(@"^##\s+Task\s+(\d\d\.\d+):[^\n]*\n(.*?)(?=^##\s|\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex TaskSection();

    [GeneratedRegex(@"<details>\s*<summary>\s*Hint\s+\d+\s*</summary>(.*?)</details>", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\[([^\]]+)\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^(\.\./)+")]
    private static partial Regex ParentFolders();
}
