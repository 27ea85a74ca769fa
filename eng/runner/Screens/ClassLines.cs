using Spectre.Console.Rendering;
using Workshop.Runner.Grading;
using Workshop.Runner.Reports;

namespace Workshop.Runner.Screens;

/// <summary>The table of a class on a screen: for each student and lab, how many tasks of its two parts are done.</summary>
internal static class ClassLines
{
    private const string Heading = "Student";
    private const int MostStuck = 10;
    private const int MostNames = 5;
    private const int WidestName = 30;

    public static IEnumerable<ScreenLine> Of(ClassTable table)
    {
        var width = Math.Min(WidestName, table.Rows.Select(row => Columns(row.Report!.Student)).Append(Columns(Heading)).Max());
        yield return ScreenLine.Of($"  {Name(Heading, width)}  {string.Concat(table.Labs.Select(lab => $"{lab.Slug[..2],-14}"))}", ScreenLine.Dim);
        foreach (var row in table.Rows)
        {
            yield return new ScreenLine(
                ($"{(row.Remarks().Any() ? "!" : " ")} {Name(row.Report!.Student, width)}  ", null),
                (string.Concat(table.Labs.Select(lab => $"{Cell(ClassTable.LabOf(row, lab)),-14}")), null));
        }

        yield return ScreenLine.Empty;
        yield return ScreenLine.Of("In a cell: tasks done of the core + of the production part.", ScreenLine.Dim);
        foreach (var stuck in table.Stuck.Take(MostStuck))
        {
            yield return ScreenLine.Of($"Stuck on {stuck.Task.Id} {stuck.Task.Title}: {stuck.Students.Count} ({Some(stuck.Students)})");
        }

        foreach (var file in table.Remarkable)
        {
            yield return ScreenLine.Of($"! {Path.GetFileName(file.Path)}: {string.Join(" ", file.Remarks())}", VerdictLook.Of(Verdict.Wrong).Style);
        }

        foreach (var file in table.Older)
        {
            yield return ScreenLine.Of($"  {Path.GetFileName(file.Path)}: {file.Report!.Student} handed in a newer one.");
        }

        yield return ScreenLine.Of($"Students: {table.Rows.Count}. Damaged files: {table.Damaged.Count}. Older reports: {table.Older.Count}.");
    }

    private static string Some(IReadOnlyList<string> names) => names.Count <= MostNames
        ? string.Join(", ", names)
        : $"{string.Join(", ", names.Take(MostNames))} and {names.Count - MostNames} more";

    private static string Name(string name, int width)
    {
        for (var length = name.Length; ; length--)
        {
            var shown = length == name.Length ? name : $"{name[..length]}…";
            if (Columns(shown) <= width)
            {
                return shown + new string(' ', width - Columns(shown));
            }
        }
    }

    // A Chinese character takes two.
    private static int Columns(string text) => new Segment(text).CellCount();

    private static string Cell(StudentReport.Lab? lab) => lab is null ? "-" : $"{lab.Core.Done}/{lab.Core.Tasks} + {lab.Production.Done}/{lab.Production.Tasks}";
}
