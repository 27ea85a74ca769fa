using Workshop.Runner.Files;
using Workshop.Runner.Labs;
using Workshop.Runner.Processes;

namespace Workshop.Runner.Grading;

/// <summary>Grades labs: builds the checks of one, runs them in a process of their own, and reads what they report.</summary>
internal sealed class Grader(WorkshopFolder workshop, Grade grade, TimeSpan limit, ReadyChecks? ready = null)
{
    /// <summary>How long all checks of a lab together may take. Each has a deadline of its own; this is for code that
    /// blocks a thread for ever.</summary>
    private static readonly TimeSpan DefaultLimit = TimeSpan.FromSeconds(60);

    public Grader(WorkshopFolder workshop, Grade grade, ReadyChecks? ready = null)
        : this(workshop, grade, DefaultLimit, ready)
    {
    }

    /// <exception cref="WorkshopException">The environment is at fault, not the lab; or there is no solution to grade.</exception>
    public async Task<LabResult> GradeAsync(Lab lab, CancellationToken cancellationToken)
    {
        if (grade is Grade.Solutions)
        {
            workshop.RequireSolutionOf(lab);
        }

        using var ours = await new CheckProgram(workshop, lab, grade).TakeTurnAsync(cancellationToken);
        var file = ReportOf(lab);
        BusyFile.Retry(file, () => File.Delete(file));

        var build = new CheckBuild(workshop, lab, grade);
        var (built, problem) = await build.BringUpToDateAsync(cancellationToken);
        if (built is null)
        {
            return LabResult.Of(lab, problem!);
        }

        var (report, run) = await RunAsync(build, built, cancellationToken);
        if (!report.IsComplete)
        {
            return LabResult.Broken(lab, report, BrokenRun.Explain(lab, report, run, limit)) with { Warnings = built.Warnings };
        }

        AtomicFile.Write(file, string.Join('\n', run.Kept));
        return LabResult.Of(lab, report.Checks) with { Warnings = built.Warnings };
    }

    /// <summary>Whether a lab was built before, so that the next check needs no first build.</summary>
    public bool WasBuilt(Lab lab) => new CheckBuild(workshop, lab, grade).Last is not null;

    /// <summary>What the last grading of a lab found.</summary>
    /// <returns>Null when it was not graded yet, or not to its end.</returns>
    public LabResult? LastResult(Lab lab) => File.Exists(ReportOf(lab))
        ? LabResult.Of(lab, CheckReport.Read(BusyFile.Retry(ReportOf(lab), () => File.ReadAllLines(ReportOf(lab))), workshop.Root).Checks)
        : null;

    // A process of its own each time: whatever an answer leaves behind ends with it.
    private async Task<(CheckReport, ProcessOutcome)> RunAsync(CheckBuild build, BuiltChecks built, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var folder = build.MakeRun();
        var run = new CheckRun(ready is null ? CheckProcess.Start(workshop.Root, built, ready: false) : await ready.TakeAsync(built), folder);
        try
        {
            var checks = folder.PathOf($"{built.Checks}.dll");
            var (report, outcome) = await run.Process.RunAsync(checks, limit, oneByOne: false, cancellationToken);
            ready?.Expect(built);
            if (report.IsComplete || outcome.TimedOut || report.Running.Count < 2)
            {
                return (report, outcome);
            }

            // The program has crashed. One by one, it is seen at which check.
            await using var second = CheckProcess.Start(workshop.Root, built, ready: false);
            return await second.RunAsync(checks, limit, oneByOne: true, cancellationToken);
        }
        finally
        {
            await (ready?.LeaveAsync(run) ?? run.DisposeAsync());
        }
    }

    private string ReportOf(Lab lab) =>
        workshop.PathOf("artifacts", "checks", $"{lab.Slug}.{grade.ToName()}.jsonl");
}
