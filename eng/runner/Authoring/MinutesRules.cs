using Workshop.Runner.Labs;

namespace Workshop.Runner.Authoring;

/// <summary>A lab's core is an hour at most and its production tasks are short; the sums that its README says hold.</summary>
internal static class MinutesRules
{
    private const int CoreLimit = 60;
    private const int ShortestProduction = 5;
    private const int LongestProduction = 15;
    private const string Form = "'Minutes: 30 core (10 of them reading), 20 production'";

    public static IEnumerable<Defect> Find(AuthoredLab lab)
    {
        var (readme, tasks) = (lab.Lab.Readme, lab.Lab.Tasks);
        Defect Wrong(string rule) => new(readme, rule);

        foreach (var task in tasks.Where(task => task.Minutes is null))
        {
            yield return Wrong($"Task {task.Id} does not say how long it takes: begin it with a line such as 'Minutes: 8'.");
        }

        foreach (var task in tasks.Where(task => task is { Part: LabPart.Production, Minutes: < ShortestProduction or > LongestProduction }))
        {
            yield return Wrong($"Task {task.Id} takes {task.Minutes} minutes: a production task takes {ShortestProduction} to {LongestProduction}. Split it, or give more code.");
        }

        if (!tasks.Select(task => task.Id).SequenceEqual(tasks.Select((_, at) => $"{lab.Lab.Number}.{at + 1}")))
        {
            yield return Wrong($"Its tasks are not {lab.Lab.Number}.1, {lab.Lab.Number}.2 and so on, in this order.");
        }

        string[] lines = [.. File.ReadLines(Path.Combine(lab.LabFolder, "README.md"))];
        foreach (var defect in Enum.GetValues<LabPart>().SelectMany(part => Headings(lines, part, tasks)))
        {
            yield return Wrong(defect);
        }

        if (lab.Lab.Minutes is not { } minutes || lines.Length < 3 || !lines[2].StartsWith("Minutes: ", StringComparison.Ordinal))
        {
            yield return Wrong($"It does not say how long the lab takes: write, as its third line, {Form}.");
            yield break;
        }

        var (core, production) = (minutes.Reading + Sum(tasks, LabPart.Core), Sum(tasks, LabPart.Production));
        if ((core, production) != (minutes.Core, minutes.Production))
        {
            yield return Wrong($"It says {minutes.Core} core, {minutes.Production} production; its reading and its tasks add up to {core} and {production}.");
        }

        if (minutes.Core > CoreLimit)
        {
            yield return Wrong($"Its core takes {minutes.Core} minutes, and {CoreLimit} is the limit: move a task to the production part, or give more code.");
        }
    }

    // Core first: a task below the heading of the other part would be counted there.
    private static IEnumerable<string> Headings(string[] lines, LabPart part, IReadOnlyList<LabTask> tasks)
    {
        var heading = $"## {part}";
        var (first, count) = (Array.IndexOf(lines, heading), lines.Count(line => line == heading));
        var needed = tasks.Any(task => task.Part == part) ? 1 : 0;
        if (count != needed)
        {
            yield return needed == 0
                ? $"It has the heading '{heading}' and no task below it."
                : $"It has {count} headings '{heading}': write one before the first task of that part, the core first.";
        }
        else if (count > 0 && lines.Skip(first + 1).FirstOrDefault(line => line.Length > 0) is null or ['#', ..])
        {
            yield return $"Nothing stands below its heading '{heading}': say in a sentence or two what that part is.";
        }
    }

    private static int Sum(IEnumerable<LabTask> tasks, LabPart part) => tasks.Where(task => task.Part == part).Sum(task => task.Minutes ?? 0);
}
