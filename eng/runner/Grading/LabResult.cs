using Workshop.Runner.Labs;

namespace Workshop.Runner.Grading;

/// <summary>Why a lab could not be graded to the end.</summary>
/// <param name="Verdict">Which kind of problem it is.</param>
/// <param name="Message">What happened, why, what to do.</param>
internal sealed record LabProblem(Verdict Verdict, string Message)
{
    /// <summary>What happened, in a few words: the message's first line.</summary>
    public string Title => Message.Split('\n')[0];
}

/// <summary>What grading a lab found.</summary>
/// <param name="Lab">The lab.</param>
/// <param name="Tasks">Its tasks in order; empty when the lab does not compile.</param>
/// <param name="Problem">Set when the checks did not run to their end.</param>
internal sealed record LabResult(Lab Lab, IReadOnlyList<TaskResult> Tasks, LabProblem? Problem)
{
    /// <summary>What the compiler said of the answer.</summary>
    public IReadOnlyList<CompilerWarning> Warnings { get; init; } = [];

    public TaskCounts Counts => TaskCounts.Of(Lab, Tasks);

    public TaskResult? FirstFailed => Tasks.FirstOrDefault(task => task.Verdict is not Verdict.Done);

    public Verdict Verdict => Problem?.Verdict ?? FirstFailed?.Verdict ?? Verdict.Done;

    public bool Passed => Verdict is Verdict.Done;

    /// <summary>Whether the lab may be left.</summary>
    public bool CoreIsDone => Passed || Counts.CoreIsDone;

    /// <summary>The text of the first thing to do; empty when all is done.</summary>
    public string Message => FirstFailed is { Message.Length: > 0 } failed
        ? string.Join("\n\n", [failed.Message, .. Afterwards])
        : Problem?.Message ?? "";

    /// <summary>What else is in the way, after the first thing to do.</summary>
    public IEnumerable<string> Afterwards =>
        Problem is { } problem && FirstFailed is { Message.Length: > 0 } ? [$"After that, {problem.Title}."] : [];

    /// <summary>The first task that is not done by the last check; the first of all, where none was checked.</summary>
    /// <returns>Null when all are done, or the lab has no tasks.</returns>
    public static LabTask? CurrentTask(Lab lab, LabResult? last) =>
        last?.FirstFailed?.Task ?? (last?.Passed is not true && lab.Tasks is [var first, ..] ? first : null);

    public static LabResult Of(Lab lab, LabProblem problem) => new(lab, [], problem);

    /// <summary>Sorts the checks to their tasks.</summary>
    public static LabResult Of(Lab lab, IReadOnlyList<CheckResult> checks) =>
        new(lab, [.. ByTask(lab, checks).Select(group => TaskResult.Of(group.Task, group.Checks))], Problem: null);

    /// <summary>Sorts what was checked before the run broke off.</summary>
    public static LabResult Broken(Lab lab, CheckReport report, LabProblem problem) => new(
        lab,
        [.. ByTask(lab, report.Checks).Select(group => report.HasEnded(group.Task.Id)
            ? TaskResult.Of(group.Task, group.Checks)
            : TaskResult.Unfinished(
                group.Task,
                group.Checks,
                report.Running.Any(check => check.Task == group.Task.Id) ? problem.Verdict : Verdict.NotChecked))],
        problem);

    // A task that the README does not name keeps its checks.
    private static (LabTask Task, CheckResult[] Checks)[] ByTask(Lab lab, IReadOnlyList<CheckResult> checks)
    {
        var unnamed = checks.Select(check => check.Task).Except(lab.Tasks.Select(task => task.Id))
            .Order(StringComparer.Ordinal)
            .Select(id => new LabTask(id, checks.First(check => check.Task == id).Sentence));
        return [.. lab.Tasks.Concat(unnamed)
            .Select(task => (task, checks.Where(check => check.Task == task.Id).ToArray()))];
    }
}
