using System.CommandLine;
using Workshop.Runner.Files;
using Workshop.Runner.Grading;
using Workshop.Runner.Labs;
using Workshop.Runner.Progress;
using Workshop.Runner.Reports;

namespace Workshop.Runner.Commands;

/// <summary><c>report</c>: checks everything, and writes what a student hands in.</summary>
internal static class ReportCommand
{
    public static Command Create(WorkshopFolder workshop)
    {
        var folder = new Option<string?>("--output") { HelpName = "DIR", Description = "Where to write; report/ in the workshop, if left out." };
        var command = new Command("report", "Check everything and write a report.") { folder };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var output = Output.Of(parsed);
            var grader = new GradeBook(workshop, workshop.DefaultGrade);
            var report = await output.Screen.WaitAsync(
                "Checking every lab", () => StudentReport.MakeAsync(workshop, grader, TimeProvider.System, cancellationToken));
            var target = Path.GetFullPath(parsed.GetValue(folder) ?? workshop.PathOf("report"));
            Directory.CreateDirectory(target);
            AtomicFile.Write(Path.Combine(target, "report.json"), Output.ToJson(report));
            AtomicFile.Write(Path.Combine(target, "report.md"), MarkdownReport.Of(report));
            output.Screen.Line($"{Count("core", report, lab => lab.Core)}, {Count("production", report, lab => lab.Production)}. Written:");
            output.Screen.Line($"  {Path.Combine(target, "report.md")}");
            output.Screen.Line($"  {Path.Combine(target, "report.json")}");
            output.Document(report);
            return ExitCode.Passed;
        });
        return command;
    }

    private static string Count(string name, StudentReport report, Func<LabReport, TaskCounts.Part> part) =>
        $"{report.Labs.Sum(lab => part(lab).Done)} of {report.Labs.Sum(lab => part(lab).Tasks)} {name} tasks done";
}
