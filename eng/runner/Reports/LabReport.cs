using System.Text.Json.Serialization;
using Workshop.Runner.Grading;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Reports;

/// <summary>What grading a lab found, as <c>check --json</c> prints it.</summary>
/// <param name="Slug">The lab.</param>
/// <param name="Title">Its title.</param>
/// <param name="Verdict">The lab's verdict.</param>
/// <param name="Done">How many tasks are done.</param>
/// <param name="Core">How many of the core.</param>
/// <param name="Production">How many of the production part.</param>
/// <param name="Message">The text of the first thing to do; empty when all is done.</param>
/// <param name="Problem">Why it was not checked to the end; empty when it was.</param>
/// <param name="Tasks">Its tasks.</param>
internal sealed record LabReport(
    string Slug, string Title, Verdict Verdict, int Done, TaskCounts.Part Core, TaskCounts.Part Production, string Message, string Problem, IReadOnlyList<LabReport.Task> Tasks)
{
    /// <summary>Warnings of the compiler that point at a mistake.</summary>
    public IReadOnlyList<CompilerWarning> Warnings { get; init; } = [];

    /// <param name="result">What was found.</param>
    public static LabReport Of(LabResult result) => new(
        result.Lab.Slug,
        result.Lab.Title,
        result.Verdict,
        result.Counts.Done,
        result.Counts.Core,
        result.Counts.Production,
        result.Message,
        result.Problem?.Title ?? "",
        [.. result.Tasks.Select(task => new Task(
            task.Task.Id, task.Task.Title, task.Task.Part, task.Verdict, task.Changes, task.Checks))])
    {
        Warnings = result.Warnings,
    };

    /// <summary>A task of it.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Title">Its title.</param>
    /// <param name="Part">The part of the lab that it belongs to.</param>
    /// <param name="Verdict">What its checks say together.</param>
    /// <param name="Changes">What was changed since it was done; null where it was not, or still is.</param>
    /// <param name="Checks">Its checks.</param>
    internal sealed record Task(
        string Id,
        string Title,
        LabPart Part,
        Verdict Verdict,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] FailureReport.ChangedFiles? Changes,
        IReadOnlyList<CheckResult> Checks);
}
