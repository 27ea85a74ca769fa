using System.Runtime.InteropServices;
using Workshop.Runner.Copies;
using Workshop.Runner.Files;
using Workshop.Runner.Grading;
using Workshop.Runner.Labs;
using Workshop.Runner.Processes;
using Workshop.Runner.Progress;

namespace Workshop.Runner.Reports;

/// <summary>Checks every lab for a report.</summary>
internal static class ReportMaker
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The version of this workshop, such as <c>1.0.0</c>.</summary>
    public static string WorkshopVersion { get; } = typeof(ReportMaker).Assembly.GetName().Version!.ToString(fieldCount: 3);

    /// <exception cref="WorkshopException">dotnet cannot be started.</exception>
    public static async Task<StudentReport> MakeAsync(
        WorkshopFolder workshop, GradeBook grader, string student, TimeProvider time, CancellationToken cancellationToken)
    {
        var grade = workshop.DefaultGrade;
        var (results, files) = (new List<LabResult>(), new SortedDictionary<string, string>(StringComparer.Ordinal));
        foreach (var lab in workshop.ReadLabs())
        {
            foreach (var file in LabFiles.Read(workshop, lab, grade))
            {
                files[$"{lab.Slug}/{file.Path}"] = Convert.ToHexStringLower(FileContent.Hash(file.File));
            }

            results.Add(await GradeAsync(grader, lab, cancellationToken));
        }

        // After the checks: they note what they found done.
        var notes = new ProgressFile(workshop).Read();
        return new StudentReport(
            student,
            time.GetLocalNow(),
            WorkshopVersion,
            grade.ToName(),
            [.. results.Select(result => Of(result, notes))],
            new PristineCopy(workshop).Altered(),
            new SortedDictionary<string, string>
            {
                ["sdk"] = (await Dotnet.RunAsync(workshop.Root, Patience, ["--version"], cancellationToken)).Text.Trim(),
                ["runtime"] = RuntimeInformation.FrameworkDescription,
                ["system"] = RuntimeInformation.OSDescription,
                ["architecture"] = RuntimeInformation.OSArchitecture.ToString(),
            },
            files);
    }

    private static StudentReport.Lab Of(LabResult result, ProgressNotes notes) => new(
        result.Lab.Slug,
        result.Lab.Title,
        result.Counts.Core,
        result.Counts.Production,
        result.Problem?.Title ?? "",
        [.. result.Tasks.Select(task => new StudentReport.Task(
            task.Task.Id,
            task.Task.Title,
            task.Task.Part,
            task.Verdict,
            notes.Hints.GetValueOrDefault(task.Task.Id),
            notes.FirstDone.TryGetValue(task.Task.Id, out var at) ? at : null))]);

    // What cannot be checked is reported as such: the other labs still are.
    private static async Task<LabResult> GradeAsync(GradeBook grader, Lab lab, CancellationToken cancellationToken)
    {
        try
        {
            return await grader.GradeAsync(lab, cancellationToken);
        }
        catch (WorkshopException problem)
        {
            return LabResult.Of(lab, new LabProblem(Verdict.NotChecked, problem.Message));
        }
    }
}
