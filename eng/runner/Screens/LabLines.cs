using Workshop.Runner.Grading;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Screens;

/// <summary>What a check found: the tasks with a verdict each, and the first thing to fix.</summary>
internal static class LabLines
{
    private const int WarningsShown = 3;

    private static readonly Spectre.Console.Style Warned = new(Spectre.Console.Color.Olive);

    public static (string, Spectre.Console.Style?) Title(Lab lab) => ($"Lab {lab.Number}: {lab.Title}", ScreenLine.Bold);

    /// <summary>A line for each task, and one before the first production task.</summary>
    public static IEnumerable<ScreenLine> Tasks(LabResult? result, bool hasSigns) => result is null ? [] : result.Tasks.SelectMany(task =>
        new[]
        {
            task == FirstOfProduction(result) ? ScreenLine.Of("  Production", ScreenLine.Dim) : null,
            new ScreenLine(("  ", null), VerdictLook.Column(task.Verdict, task.Task.Id.PadRight(result.Tasks.Max(other => other.Task.Id.Length)), hasSigns), ($"  {task.Task.Title}", null)),
        }.OfType<ScreenLine>());

    public static ScreenLine TasksInOneLine(LabResult? result, bool hasSigns) => new(
        [.. result?.Tasks.SelectMany(IEnumerable<(string, Spectre.Console.Style?)> (task) =>
        [
            (task == FirstOfProduction(result) ? "| " : "", null),
            ($"{VerdictLook.Of(task.Verdict).SignFor(hasSigns)} {task.Task.Id}  ", VerdictLook.Of(task.Verdict).Style),
        ]) ?? []]);

    /// <summary>What the compiler says of the answer, in a few lines.</summary>
    public static IEnumerable<ScreenLine> Warnings(LabResult? result, int width) => result is null ? [] :
    [
        .. result.Warnings.Take(WarningsShown).SelectMany(warning => Wrapping.Wrap(
            $"  Warning  {warning.File.Split('/', 3)[^1]}, line {warning.Line}: {warning.Text} ({warning.Code})", width, Warned)),
        .. result.Warnings.Count > WarningsShown ? [ScreenLine.Of($"  Warning  {result.Warnings.Count - WarningsShown} more")] : Array.Empty<ScreenLine>(),
    ];

    public static ScreenLine AllDone(LabResult result) => ScreenLine.Of(
        $"All {result.Tasks.Count} tasks of lab {result.Lab.Number} are done. Well done!", VerdictLook.Of(Verdict.Done).Style);

    /// <summary>A text that fits the width; its first line is its title.</summary>
    public static IEnumerable<ScreenLine> Text(IEnumerable<string> lines, int width) =>
        lines.SelectMany((line, at) => Wrapping.Wrap(line, width, at == 0 ? ScreenLine.Bold : null));

    /// <summary>The result as a command prints it, with what to do next.</summary>
    /// <param name="result">What the check found.</param>
    /// <param name="next">The lab after this one; null after the last.</param>
    /// <param name="hasSolution">Whether there is a solution to compare with.</param>
    /// <param name="options">What the command must have beside the lab, to check the same again.</param>
    /// <param name="screen">Where it is shown.</param>
    public static IEnumerable<ScreenLine> Of(LabResult result, Lab? next, bool hasSolution, string options, Screen screen) =>
    [
        ScreenLine.Empty,
        new ScreenLine(Title(result.Lab)),
        ScreenLine.Empty,
        .. Tasks(result, screen.HasSigns),
        .. Warnings(result, screen.Width),
        .. result.Tasks.Count > 0 ? [ScreenLine.Empty] : Array.Empty<ScreenLine>(),
        .. result.Passed ? Passed(result, next, hasSolution) : Failed(result, next, options, screen.Width),
    ];

    /// <summary>The line of a lab in a check of all of them.</summary>
    public static ScreenLine Line(LabResult result, bool hasSigns) => new(
        ("  ", null),
        VerdictLook.Column(result.Verdict, $"{result.Lab.Slug,-20}", hasSigns),
        (result.Tasks.Count > 0 && !result.Passed ? $"  {result.Counts.Words}" : "", null),
        (result.Warnings.Count switch
        {
            0 => "",
            1 => "  1 warning",
            var count => $"  {count} warnings",
        }, Warned));

    /// <summary>The end of a check of all labs.</summary>
    public static IEnumerable<ScreenLine> Summary(IReadOnlyList<LabResult> results) =>
    [
        ScreenLine.Empty,
        ScreenLine.Of($"{Sentence(BoardLines.Words(results.Count(result => result.Passed), results.Count(result => result.CoreIsDone), results.Count))}"),
        .. (results.FirstOrDefault(result => !result.CoreIsDone) ?? results.FirstOrDefault(result => !result.Passed))?.Lab is { } lab
            ? ScreenLine.Lines($"Next: lab {lab.Number}. This says what is missing:\n  dotnet workshop.cs check {lab.Number}")
            : [],
    ];

    private static IEnumerable<ScreenLine> Passed(LabResult result, Lab? next, bool hasSolution) =>
    [
        AllDone(result),
        .. hasSolution ? [ScreenLine.Of($"Compare your answer with solutions/{result.Lab.Slug}/.")] : Array.Empty<ScreenLine>(),
        ScreenLine.Of(next is null ? "That was the last lab." : $"Next: lab {next.Number}, {next.Title}. Read {next.Readme}."),
    ];

    private static IEnumerable<ScreenLine> Failed(LabResult result, Lab? next, string options, int width) =>
    [
        .. Text(FailureText.Of(result).Whole, width),
        ScreenLine.Empty,
        .. result.CoreIsDone
            ? [ScreenLine.Of($"{Sentence(result.Counts.Words)} Go on here, or {(next is null ? "stop here" : $"with lab {next.Number}")}.")]
            : Array.Empty<ScreenLine>(),
        ScreenLine.Of(result.Tasks.Count > 0 && !result.CoreIsDone
            ? $"{Sentence(result.Counts.Words)} Edit, save, and run this again:"
            : "Edit, save, and run this again:"),
        ScreenLine.Of($"  dotnet workshop.cs check {result.Lab.Number}{options}"),
    ];

    private static string Sentence(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}.";

    private static TaskResult? FirstOfProduction(LabResult result) =>
        result.Tasks.FirstOrDefault(task => task.Task.Part is LabPart.Production);
}
