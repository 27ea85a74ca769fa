namespace Workshop.Runner.Reports;

/// <summary>The reports of a class as a table: a row for each student, a column for each lab.</summary>
internal sealed class ClassTable
{
    private ClassTable(IReadOnlyList<HandedIn> files)
    {
        var readable = files.Where(file => file.Report is not null).ToArray();
        Rows =
        [
            .. readable
                .GroupBy(file => file.Report!.Student.Trim(), StringComparer.CurrentCultureIgnoreCase)
                .Select(group => group.MaxBy(file => file.Report!.At)!)
                .OrderBy(file => file.Report!.Student, StringComparer.CurrentCultureIgnoreCase),
        ];
        Older = [.. readable.Except(Rows)];
        Damaged = [.. files.Where(file => file.Report is null)];
        Labs =
        [
            .. Rows.SelectMany(row => row.Report!.Labs)
                .GroupBy(lab => lab.Slug)
                // The longest, where workshops of two versions came together.
                .Select(group => group.MaxBy(lab => lab.Tasks.Count)!)
                .OrderBy(lab => lab.Slug, StringComparer.Ordinal),
        ];
        Stuck =
        [
            .. Rows.SelectMany(row => row.Report!.Labs, (row, lab) => (row.Report!.Student, Task: lab.StuckOn()))
                .Where(stuck => stuck.Task is not null)
                .GroupBy(stuck => stuck.Task!.Id)
                .Select(group => new StuckTask(group.First().Task!, [.. group.Select(stuck => stuck.Student)]))
                .OrderByDescending(stuck => stuck.Students.Count)
                .ThenBy(stuck => stuck.Task.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>The newest report of each student, by name.</summary>
    public IReadOnlyList<HandedIn> Rows { get; }

    /// <summary>All labs that a report names.</summary>
    public IReadOnlyList<StudentReport.Lab> Labs { get; }

    /// <summary>The tasks that students are stuck on, those of most students first.</summary>
    public IReadOnlyList<StuckTask> Stuck { get; }

    /// <summary>Reports of students who handed in a newer one.</summary>
    public IReadOnlyList<HandedIn> Older { get; }

    /// <summary>Files that are no reports.</summary>
    public IReadOnlyList<HandedIn> Damaged { get; }

    /// <summary>All that has a remark.</summary>
    public IEnumerable<HandedIn> Remarkable => Rows.Concat(Damaged).Where(file => file.Remarks().Any());

    /// <summary>Reads every <c>.json</c> file in a folder and those below it.</summary>
    /// <exception cref="WorkshopException">There is none.</exception>
    public static ClassTable Read(string folder)
    {
        var files = Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories)
            : throw WorkshopException.WrongUse($"There is no folder {folder}. Put the reports of the class into one, and name it.");
        return files.Length > 0 ? new ClassTable([.. files.Order(StringComparer.Ordinal).Select(ReportFile.Read)]) : throw WorkshopException.WrongUse(
            $"There are no reports in {folder}: files that `dotnet workshop.cs report` wrote, such as report-Li-Na.json.");
    }

    /// <summary>What a student's report says of a lab; null where it does not name the lab.</summary>
    public static StudentReport.Lab? LabOf(HandedIn row, StudentReport.Lab lab) => row.Report!.Labs.FirstOrDefault(other => other.Slug == lab.Slug);

    /// <summary>A task and who is stuck on it.</summary>
    internal sealed record StuckTask(StudentReport.Task Task, IReadOnlyList<string> Students);
}
