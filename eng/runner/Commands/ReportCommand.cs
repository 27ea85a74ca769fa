using System.CommandLine;
using Workshop.Runner.Labs;
using Workshop.Runner.Progress;
using Workshop.Runner.Reports;
using Workshop.Runner.Screens;

namespace Workshop.Runner.Commands;

/// <summary><c>report</c>: checks everything, and writes what a student hands in.</summary>
internal static class ReportCommand
{
    public static Command Create(WorkshopFolder workshop, Option<bool> plain)
    {
        var folder = new Option<string?>("--output") { HelpName = "DIR", Description = "Where to write; report/ in the workshop, if left out." };
        var json = new Option<bool>("--json") { Description = "Print the JSON as well, and nothing else." };
        var command = new Command("report", "Check everything and write a report.") { folder, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var asJson = parsed.GetValue(json);
            var screen = new Screen(parsed.GetValue(plain) || asJson, asJson ? TextWriter.Null : Console.Out);
            var grader = new GradeBook(workshop, workshop.DefaultGrade);
            var report = await screen.WaitAsync(
                "Checking every lab", () => StudentReport.MakeAsync(workshop, grader, TimeProvider.System, cancellationToken));
            var target = Path.GetFullPath(parsed.GetValue(folder) ?? workshop.PathOf("report"));
            Directory.CreateDirectory(target);
            AtomicFile.Write(Path.Combine(target, "report.json"), JsonReport.Of(report));
            AtomicFile.Write(Path.Combine(target, "report.md"), MarkdownReport.Of(report));
            if (asJson)
            {
                Console.Out.WriteLine(JsonReport.Of(report));
            }

            screen.Line($"{report.Labs.Sum(lab => lab.Done)} of {report.Labs.Sum(lab => lab.Tasks.Count)} tasks done. Written:");
            screen.Line($"  {Path.Combine(target, "report.md")}");
            screen.Line($"  {Path.Combine(target, "report.json")}");
            return ExitCode.Passed;
        });
        return command;
    }
}
