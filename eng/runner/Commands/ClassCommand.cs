using System.CommandLine;
using Workshop.Runner.Files;
using Workshop.Runner.Reports;
using Workshop.Runner.Screens;

namespace Workshop.Runner.Commands;

/// <summary><c>class collect</c>: makes one table of the reports of a class.</summary>
internal static class ClassCommand
{
    public static Command Create() => new("class", "For teachers: the reports of a class.") { CreateCollect() };

    private static Command CreateCollect()
    {
        var folder = new Argument<string>("FOLDER") { Description = "Where the reports are, also in folders below it." };
        var target = new Option<string?>("--output") { HelpName = "DIR", Description = "Where to write class.csv and class.html; FOLDER, if left out." };
        var command = new Command("collect", "Make one table of many reports: here, as CSV, and as an HTML page.") { folder, target };
        command.SetAction(parsed =>
        {
            var output = Output.Of(parsed);
            var table = ClassTable.Read(parsed.GetRequiredValue(folder));
            var into = Path.GetFullPath(parsed.GetValue(target) ?? parsed.GetRequiredValue(folder));
            Directory.CreateDirectory(into);
            var (csv, page) = (Path.Combine(into, "class.csv"), Path.Combine(into, "class.html"));
            // A spreadsheet takes the byte order mark for a sign that this is UTF-8.
            AtomicFile.Write(csv, "\uFEFF" + ClassCsv.Of(table));
            AtomicFile.Write(page, ClassPage.Of(table, DateTimeOffset.Now));
            output.Screen.Lines(ClassLines.Of(table));
            output.Screen.Line("Written:");
            output.Screen.Line($"  {csv}");
            output.Screen.Line($"  {page}");
            output.Document(new
            {
                students = table.Rows.Select(row => new { row.Path, row.Report!.Student, row.Report.At, labs = row.Report.Labs.Select(lab => new { lab.Slug, lab.Core, lab.Production }), remarks = row.Remarks() }),
                stuck = table.Stuck.Select(stuck => new { task = stuck.Task.Id, stuck.Students }),
                damaged = table.Damaged.Select(file => new { file.Path, file.Damage }),
                older = table.Older.Select(file => file.Path),
            });
            return ExitCode.Passed;
        });
        return command;
    }
}
