using System.Runtime.InteropServices;
using Workshop.Runner.Copies;
using Workshop.Runner.Files;
using Workshop.Runner.Grading;
using Workshop.Runner.Labs;
using Workshop.Runner.Processes;
using Workshop.Runner.Progress;

namespace Workshop.Runner.Reports;

/// <summary>What a student hands in: the verdict of each check, with what it was reached.</summary>
internal sealed record StudentReport(
    DateTimeOffset At,
    string Grade,
    IReadOnlyDictionary<string, string> Versions,
    IReadOnlyList<LabReport> Labs,
    IReadOnlyList<AlteredFile> Altered)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task<StudentReport> MakeAsync(
        WorkshopFolder workshop, GradeBook grader, TimeProvider time, CancellationToken cancellationToken)
    {
        var grade = workshop.DefaultGrade;
        var hints = new ProgressFile(workshop).Read().Hints;
        var labs = new List<LabReport>();
        foreach (var lab in workshop.ReadLabs())
        {
            var files = LabFiles.Read(workshop, lab, grade).ToDictionary(
                file => file.Path, file => Convert.ToHexStringLower(FileContent.Hash(file.File)));
            labs.Add(LabReport.Of(await GradeAsync(grader, lab, cancellationToken), hints) with { Files = files });
        }

        return new StudentReport(
            time.GetLocalNow(),
            grade.ToName(),
            new SortedDictionary<string, string>
            {
                ["sdk"] = (await Dotnet.RunAsync(workshop.Root, Patience, ["--version"], cancellationToken)).Text.Trim(),
                ["runtime"] = RuntimeInformation.FrameworkDescription,
                ["system"] = RuntimeInformation.OSDescription,
                ["architecture"] = RuntimeInformation.OSArchitecture.ToString(),
            },
            labs,
            new PristineCopy(workshop).Altered());
    }

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
