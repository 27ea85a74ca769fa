using System.Globalization;
using System.Text.RegularExpressions;
using Workshop.Runner.Labs;

namespace Workshop.Tests;

/// <summary>A timetable of docs/instructing.md, held against the minutes that the labs state.</summary>
internal sealed partial class Agenda
{
    private static readonly string[] Kinds = ["read", "task", "reserve", "talk", "stop", "break"];

    private readonly string _text;

    private readonly Row[] _rows;

    private Agenda(string title, string text)
    {
        Title = title;
        _text = text;
        _rows = [.. RowLine().Matches(text).Select(row => new Row(
            row.Groups["at"].Value,
            row.Groups["minutes"].Success ? int.Parse(row.Groups["minutes"].Value, CultureInfo.InvariantCulture) : null,
            row.Groups["kind"].Value,
            row.Groups["what"].Value))];
    }

    public string Title { get; }

    /// <summary>The tasks that it has time for, in its order.</summary>
    public IEnumerable<string> Tasks => _rows.Where(row => row.Kind is "task").Select(row => Task().Match(row.What).Groups["id"].Value);

    public static IReadOnlyList<Agenda> ReadAll(string page) =>
        [.. Section().Matches(page.ReplaceLineEndings("\n")).Select(section => new Agenda(section.Groups["title"].Value, section.Groups["text"].Value))];

    /// <summary>What does not add up, in sentences.</summary>
    public IEnumerable<string> Problems(IReadOnlyList<Lab> labs) =>
        [.. OfRows(labs), .. OfTheClock(), .. OfTheSums(), .. OfTheLabs(labs)];

    private IEnumerable<string> OfRows(IReadOnlyList<Lab> labs)
    {
        foreach (var row in _rows[..^1])
        {
            var expected = row.Kind switch
            {
                "read" => labs.SingleOrDefault(lab => row.What.StartsWith($"Lab {lab.Number}: ", StringComparison.Ordinal))?.Minutes?.Reading,
                "task" => labs.SelectMany(lab => lab.Tasks).SingleOrDefault(task => row.What == $"Task {task.Id}: {task.Title}")?.Minutes,
                _ => Kinds.Contains(row.Kind) ? row.Minutes : null,
            };
            if (expected is null)
            {
                yield return $"{Title}, {row.At}: no lab has '{row.What}', or no kind is called '{row.Kind}'.";
            }
            else if (expected != row.Minutes)
            {
                yield return $"{Title}, {row.At}: '{row.What}' has {row.Minutes} minutes here and {expected} in its lab.";
            }
        }
    }

    private IEnumerable<string> OfTheClock()
    {
        var at = 0;
        foreach (var row in _rows)
        {
            var clock = $"{at / 60}:{at % 60:00}";
            if (row.At != clock)
            {
                yield return $"{Title}: '{row.What}' begins at {row.At}, and the rows before it end at {clock}.";
            }

            at += row.Minutes ?? 0;
        }

        if (_rows is not [.., { Kind: "end", Minutes: null }])
        {
            yield return $"{Title}: the last row does not say when it ends.";
        }
    }

    private IEnumerable<string> OfTheSums()
    {
        var sums = $"Minutes: {Sum(_ => true)}: {Sum(Is("read"))} reading, {Sum(Is("task"))} tasks, {Sum(Is("reserve"))} reserve, "
            + $"{Sum(Is("talk"))} talk, {Sum(Is("stop"))} stops, {Sum(Is("break"))} breaks";
        if (!_text.Contains($"\n{sums}\n", StringComparison.Ordinal))
        {
            yield return $"{Title}: its line of sums is not '{sums}'.";
        }

        if (2 * Sum(Is("reserve")) < Sum(Is("task")))
        {
            yield return $"{Title}: the reserve is less than half of the tasks' minutes.";
        }
    }

    private IEnumerable<string> OfTheLabs(IReadOnlyList<Lab> labs)
    {
        string[] tasks = [.. Tasks];
        string[] lines =
        [
            .. from lab in labs
               let reading = Sum(row => row.Kind is "read" && row.What.StartsWith($"Lab {lab.Number}: ", StringComparison.Ordinal))
               let core = reading + Of(lab, LabPart.Core)
               let production = Of(lab, LabPart.Production)
               where core + production > 0
               select $"- Lab {lab.Number}: {core} of {lab.Minutes!.Core} core minutes, {production} of {lab.Minutes.Production} production minutes",
        ];
        string[] stated = [.. LabLine().Matches(_text).Select(line => line.Value)];
        return lines.Except(stated).Select(line => $"{Title}: it does not say '{line}'.")
            .Concat(stated.Except(lines).Select(line => $"{Title}: it says '{line}', and its rows do not."));

        int Of(Lab lab, LabPart part) => lab.Tasks.Where(task => task.Part == part && tasks.Contains(task.Id)).Sum(task => task.Minutes ?? 0);
    }

    private static Func<Row, bool> Is(string kind) => row => row.Kind == kind;

    private int Sum(Func<Row, bool> counts) => _rows.Where(counts).Sum(row => row.Minutes ?? 0);

    [GeneratedRegex(@"^### Agenda: (?<title>.+)$(?<text>[\s\S]*?)(?=^#|\z)", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex(@"^\| (?<at>\d+:\d\d) \| (?:(?<minutes>\d+) )?\| (?<kind>\w+) \| (?:(?<what>.+) )?\|$", RegexOptions.Multiline)]
    private static partial Regex RowLine();

    [GeneratedRegex(@"^Task (?<id>\d\d\.\d+): ")]
    private static partial Regex Task();

    [GeneratedRegex(@"^- Lab .+$", RegexOptions.Multiline)]
    private static partial Regex LabLine();

    private sealed record Row(string At, int? Minutes, string Kind, string What);
}
