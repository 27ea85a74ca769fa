using Workshop.Runner.Files;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Grading;

/// <summary>Grades labs: builds the checks of one, runs them in a process of their own, and reads what they report.</summary>
internal sealed class Grader(WorkshopFolder workshop, Grade grade, TimeSpan limit)
{
    /// <summary>How long all checks of a lab together may take. Each has a deadline of its own; this is for code that
    /// blocks a thread for ever.</summary>
    private static readonly TimeSpan DefaultLimit = TimeSpan.FromSeconds(60);

    public Grader(WorkshopFolder workshop, Grade grade)
        : this(workshop, grade, DefaultLimit)
    {
    }

    /// <exception cref="WorkshopException">The environment is at fault, not the lab.</exception>
    public async Task<LabResult> GradeAsync(Lab lab, CancellationToken cancellationToken)
    {
        var program = new CheckProgram(workshop, lab, grade);
        using var ours = await program.TakeTurnAsync(cancellationToken);
        var file = ReportOf(lab);
        BusyFile.Retry(file, () => File.Delete(file));

        if (await program.BuildAsync(cancellationToken) is { } problem)
        {
            return LabResult.Of(lab, problem);
        }

        var (report, run) = await CheckRun.OfAsync(workshop, program.Assembly, limit, cancellationToken);
        if (!report.IsComplete)
        {
            return LabResult.Broken(lab, report, BrokenRun.Explain(lab, report, run, limit));
        }

        AtomicFile.Write(file, string.Join('\n', run.Kept));
        return LabResult.Of(lab, report.Checks);
    }

    /// <summary>What the last grading of a lab found.</summary>
    /// <returns>Null when it was not graded yet, or not to its end.</returns>
    public LabResult? LastResult(Lab lab) => File.Exists(ReportOf(lab))
        ? LabResult.Of(lab, CheckReport.Read(BusyFile.Retry(ReportOf(lab), () => File.ReadAllLines(ReportOf(lab))), workshop.Root).Checks)
        : null;

    private string ReportOf(Lab lab) =>
        workshop.PathOf("artifacts", "checks", $"{lab.Slug}.{grade.ToName()}.jsonl");
}
