using Workshop.Runner.Grading;

namespace Workshop.Runner.Reports;

/// <summary>A lab in a report.</summary>
/// <param name="Slug">The lab.</param>
/// <param name="Title">Its title.</param>
/// <param name="Verdict">The lab's verdict.</param>
/// <param name="Problem">Why it was not checked to the end; empty when it was.</param>
/// <param name="Tasks">Its tasks.</param>
/// <param name="Files">The graded files and their SHA-256.</param>
internal sealed record ReportedLab(
    string Slug,
    string Title,
    Verdict Verdict,
    string Problem,
    IReadOnlyList<ReportedTask> Tasks,
    IReadOnlyDictionary<string, string> Files)
{
    public int Done => Tasks.Count(task => task.Verdict is Verdict.Done);

    public static ReportedLab Of(
        LabResult result, IReadOnlyDictionary<string, string> files, IReadOnlyDictionary<string, int> hints) => new(
        result.Lab.Slug,
        result.Lab.Title,
        result.Verdict,
        result.Problem?.Title ?? "",
        [.. result.Tasks.Select(task => new ReportedTask(
            task.Task.Id, task.Task.Title, task.Verdict, hints.GetValueOrDefault(task.Task.Id), task.Checks))],
        files);
}
