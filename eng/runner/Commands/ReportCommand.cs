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
        var student = new Option<string?>("--student") { HelpName = "NAME", Description = "Who you are, as your teacher knows you. Asked for once." };
        var folder = new Option<string?>("--output") { HelpName = "DIR", Description = "Where to write; report/ in the workshop, if left out." };
        var command = new Command("report", "Check everything and write a report.") { student, folder };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var output = Output.Of(parsed);
            var name = StudentName(workshop, parsed.GetValue(student), output);
            var grader = new GradeBook(workshop, workshop.DefaultGrade);
            var report = await output.Screen.WaitAsync(
                "Checking every lab", () => ReportMaker.MakeAsync(workshop, grader, name, TimeProvider.System, cancellationToken));
            var target = Path.GetFullPath(parsed.GetValue(folder) ?? workshop.PathOf("report"));
            Directory.CreateDirectory(target);
            var file = Path.Combine(target, ReportFile.NameOf(name));
            var text = ReportFile.Write(report);
            AtomicFile.Write(file, text);
            foreach (var lab in report.Labs)
            {
                output.Screen.Line($"  {lab.Slug}: {lab.Core.Words} core tasks, {lab.Production.Words} production tasks{(lab.Problem.Length > 0 ? $"; {lab.Problem}" : "")}");
            }

            output.Screen.Line($"{Count("core", report, lab => lab.Core)}, {Count("production", report, lab => lab.Production)}. Hand in:");
            output.Screen.Line($"  {file}");
            output.Document(report);
            return ExitCode.Passed;
        });
        return command;
    }

    // Given, known, or asked for; and then known.
    private static string StudentName(WorkshopFolder workshop, string? given, Output output)
    {
        var file = new ProgressFile(workshop);
        var known = file.Read().Student;
        var name = given ?? known;
        if (name is null && !Console.IsInputRedirected && !output.IsJson)
        {
            Console.Out.Write("Your name, as your teacher knows you: ");
            name = Console.ReadLine();
        }

        name = ReportFile.CheckName(name?.Trim());
        if (name != known)
        {
            file.Change(notes => notes with { Student = name });
        }

        return name;
    }

    private static string Count(string name, StudentReport report, Func<StudentReport.Lab, TaskCounts.Part> part) =>
        $"{report.Labs.Sum(lab => part(lab).Done)} of {report.Labs.Sum(lab => part(lab).Tasks)} {name} tasks done";
}
