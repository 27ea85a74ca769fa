using System.Globalization;
using System.Text.RegularExpressions;

namespace Workshop.Runner.Labs;

/// <summary>Reads what a lab's README says of it: "# Lab 01: Hello", "Minutes: 30 core (10 of them reading), 8 production",
/// the headings "## Core" and "## Production", and below them "## Task 01.1: Answer a greeting" with "Minutes: 5".</summary>
internal static partial class LabReadme
{
    public static Lab Read(string slug, string readmeFile)
    {
        var text = File.Exists(readmeFile) ? File.ReadAllText(readmeFile) : "";
        var title = TitleLine().Match(text);
        return new Lab(slug, title.Success ? title.Groups[1].Value : slug[3..], ReadMinutes(text), ReadTasks(text));
    }

    private static LabMinutes? ReadMinutes(string text) => LabMinutesLine().Match(text) is { Success: true } minutes
        ? new LabMinutes(Number(minutes.Groups[1]), Number(minutes.Groups[2]), minutes.Groups[3].Success ? Number(minutes.Groups[3]) : 0)
        : null;

    private static List<LabTask> ReadTasks(string text)
    {
        var part = LabPart.Core;
        var tasks = new List<LabTask>();
        foreach (Match heading in Heading().Matches(text))
        {
            if (heading.Groups["part"] is { Success: true } name)
            {
                part = Enum.Parse<LabPart>(name.Value);
                continue;
            }

            var minutes = heading.Groups["minutes"];
            tasks.Add(new LabTask(heading.Groups["id"].Value, heading.Groups["title"].Value, part, minutes.Success ? Number(minutes) : null));
        }

        return tasks;
    }

    private static int Number(Group digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^#\s+(?:Lab\s+\d\d:\s*)?(.+?)\s*$", RegexOptions.Multiline)]
    private static partial Regex TitleLine();

    [GeneratedRegex(@"^Minutes: (\d{1,4}) core \((\d{1,4}) of them reading\)(?:, (\d{1,4}) production)?\s*$", RegexOptions.Multiline)]
    private static partial Regex LabMinutesLine();

    [GeneratedRegex(@"^##\s+(?:(?<part>Core|Production)|Task\s+(?<id>\d\d\.\d+):\s*(?<title>.+?))\s*$(?:\s*^Minutes: (?<minutes>\d{1,4})\s*$)?", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
