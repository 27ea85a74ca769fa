using System.Globalization;
using System.Text.RegularExpressions;

namespace Workshop.Runner.Labs;

/// <summary>Reads what a lab's README says of it: "# Lab 01: Hello", "Minutes: 30", "## Task 01.1: Answer a greeting".</summary>
internal static partial class LabReadme
{
    public static Lab Read(string slug, string readmeFile)
    {
        var text = File.Exists(readmeFile) ? File.ReadAllText(readmeFile) : "";
        var title = TitleLine().Match(text);
        var minutes = MinutesLine().Match(text);
        return new Lab(
            slug,
            title.Success ? title.Groups[1].Value : slug[3..],
            minutes.Success ? int.Parse(minutes.Groups[1].Value, CultureInfo.InvariantCulture) : null,
            [.. TaskLine().Matches(text).Select(task => new LabTask(task.Groups[1].Value, task.Groups[2].Value))]);
    }

    [GeneratedRegex(@"^#\s+(?:Lab\s+\d\d:\s*)?(.+?)\s*$", RegexOptions.Multiline)]
    private static partial Regex TitleLine();

    [GeneratedRegex(@"^Minutes:\s*(\d{1,4})\b", RegexOptions.Multiline)]
    private static partial Regex MinutesLine();

    [GeneratedRegex(@"^##\s+Task\s+(\d\d\.\d+):\s*(.+?)\s*$", RegexOptions.Multiline)]
    private static partial Regex TaskLine();
}
