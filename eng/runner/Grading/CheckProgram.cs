using Workshop.Runner.Copies;
using Workshop.Runner.Files;
using Workshop.Runner.Labs;
using Workshop.Runner.Processes;

namespace Workshop.Runner.Grading;

/// <summary>Builds the program that holds a lab's checks; that one project, never the solution.</summary>
internal sealed class CheckProgram(WorkshopFolder workshop, Lab lab, Grade grade)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private readonly string _grade = grade.ToName();

    private readonly RestoreNote _restore = new(workshop, lab, grade);

    /// <summary>The program, once it is built.</summary>
    public string Assembly => workshop.PathOf(
        "artifacts", "bin", "tests", lab.Slug, _grade, "debug", $"{Path.GetFileNameWithoutExtension(Project)}.dll");

    private string Project
    {
        get
        {
            var folder = workshop.PathOf("tests", lab.Slug);
            return (Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.csproj").FirstOrDefault() : null)
                ?? throw WorkshopException.Environment(
                    $"Lab {lab.Slug} has no checks: there is no project in tests/{lab.Slug}. "
                    + "This copy of the workshop is not complete: get it again.");
        }
    }

    /// <summary>Whether somebody has built it here, or tried to.</summary>
    public bool WasBegun => Directory.Exists(workshop.PathOf("artifacts", "obj", "tests", lab.Slug, _grade));

    /// <summary>Waits until no other runner builds or runs it.</summary>
    public Task<IDisposable> TakeTurnAsync(CancellationToken cancellationToken) =>
        FileLock.TakeAsync(workshop.PathOf("artifacts", "checks", $"{lab.Slug}.{_grade}.lock"), cancellationToken);

    /// <summary>Builds what changed, and restores packages where that is needed.</summary>
    /// <returns>Null, or why the lab cannot be graded.</returns>
    /// <exception cref="WorkshopException">The workshop or the environment is at fault, not the lab.</exception>
    public async Task<LabProblem?> BuildAsync(CancellationToken cancellationToken) =>
        (await TryBuildAsync(cancellationToken))?.ForLab();

    /// <summary>Builds what changed, and restores packages where that is needed.</summary>
    /// <returns>Null, or why it does not build.</returns>
    public async Task<BuildFailure?> TryBuildAsync(CancellationToken cancellationToken)
    {
        var restored = _restore.Holds;
        var build = await BuildAsync(restore: !restored, cancellationToken);
        if (restored && CompilerError.FailedForEnvironment(build))
        {
            // Somebody emptied the package cache, perhaps.
            restored = false;
            build = await BuildAsync(restore: true, cancellationToken);
        }

        if (build.TimedOut)
        {
            return new BuildFailure(
                Culprit.Environment,
                $"Building the checks of lab {lab.Slug} took more than {Limit.TotalMinutes:0} minutes and was ended.",
                "Check the network and the package sources with `dotnet workshop.cs doctor`, then run this again.");
        }

        if (!build.Succeeded)
        {
            return await JudgeAsync(build.Lines, cancellationToken);
        }

        if (!restored)
        {
            _restore.Write();
        }

        return null;
    }

    /// <summary>Who can fix a build that failed.</summary>
    /// <param name="output">What it printed.</param>
    /// <param name="cancellationToken">Ends a build that has to be tried.</param>
    public Task<BuildFailure> JudgeAsync(IReadOnlyList<string> output, CancellationToken cancellationToken) =>
        new BuildJudge(workshop).JudgeAsync($"The checks of lab {lab.Slug}", output, lab, () => BuildsAsItCameAsync(cancellationToken));

    /// <summary>One build, with or without a restore before it.</summary>
    public Task<ProcessOutcome> BuildAsync(bool restore, CancellationToken cancellationToken) =>
        BuildAsync(_grade, restore, cancellationToken);

    // Where nobody kept the lab as it came, or it cannot be built for want of a package, nothing is proved.
    private async Task<bool> BuildsAsItCameAsync(CancellationToken cancellationToken)
    {
        if (!new PristineCopy(workshop).Has(lab))
        {
            return true;
        }

        var build = await BuildAsync(PristineCopy.Labs, restore: true, cancellationToken, "-p:TreatWarningsAsErrors=false");
        return build.Succeeded || CompilerError.FailedForEnvironment(build);
    }

    private Task<ProcessOutcome> BuildAsync(
        string graded, bool restore, CancellationToken cancellationToken, params IEnumerable<string> more)
    {
        // What an analyzer says of the code is for the student's own build to tell: a check is about what a client sees.
        string[] options = [$"-p:Grade={graded}", "-p:RunAnalyzers=false", .. restore ? Array.Empty<string>() : ["--no-restore"], .. more];
        return Dotnet.BuildAsync(workshop.Root, Limit, Project, cancellationToken, options);
    }
}
