using Workshop.Runner.Grading;
using Workshop.Runner.Labs;
using Workshop.Runner.Processes;

namespace Workshop.Runner.Diagnosis;

/// <summary>Whether what the workshop brings along builds here: the harness with all that it refers to, and the checks of the
/// labs that somebody has begun.</summary>
internal static class BuildDiagnosis
{
    private const string Subject = "Build";

    private const string Harness = "tests/Harness/Harness.csproj";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <param name="workshop">The workshop.</param>
    /// <param name="findings">What was found before. Where that holds a problem, a build would only say it again.</param>
    /// <param name="cancellationToken">Ends the build.</param>
    public static async Task<Finding> ExamineAsync(
        WorkshopFolder workshop, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        if (!File.Exists(workshop.PathOf(Harness)))
        {
            return Finding.Problem(Subject, $"{Harness} is missing", "This copy of the workshop is not complete: get it again.");
        }

        if (findings.Any(finding => finding.Level is Level.Problem && finding.Subject is not NetworkDiagnosis.Proxy))
        {
            return Finding.Note(Subject, "not tried, because of the problems above", "Fix them, then run this again.");
        }

        if (await BuildHarnessAsync(workshop, cancellationToken) is { } failure)
        {
            return Problem(failure);
        }

        var built = new List<string> { "the harness" };
        foreach (var lab in workshop.ReadLabs())
        {
            var checks = new CheckProgram(workshop, lab, workshop.DefaultGrade);
            if (!checks.WasBegun)
            {
                continue;
            }

            using var ours = await checks.TakeTurnAsync(cancellationToken);
            // What the student wrote is for `check` to judge.
            switch (await checks.TryBuildAsync(cancellationToken))
            {
                case null:
                    built.Add($"the checks of lab {lab.Number}");
                    break;
                case { Culprit: not Culprit.Student } failed:
                    return Problem(failed);
            }
        }

        return Finding.Ok(Subject, $"{string.Join(", ", built)}: built without an error");
    }

    private static async Task<BuildFailure?> BuildHarnessAsync(WorkshopFolder workshop, CancellationToken cancellationToken)
    {
        // As a check builds it: what an analyzer says does not matter here.
        var build = await Dotnet.BuildAsync(workshop.Root, Limit, workshop.PathOf(Harness), cancellationToken, "-p:RunAnalyzers=false");
        return build switch
        {
            { Succeeded: true } => null,
            { TimedOut: true } => new BuildFailure(
                Culprit.Environment, $"Building the harness took more than {Limit.TotalMinutes:0} minutes and was ended.", "Look at the network and at the sources above."),
            _ => await new BuildJudge(workshop).JudgeAsync("The harness", build.Lines, lab: null, () => Task.FromResult(true)),
        };
    }

    private static Finding Problem(BuildFailure failure) => Finding.Problem(
        Subject,
        failure.What.TrimEnd(),
        failure.Remedy.Length > 0
            ? failure.Remedy
            : "Look at the packages above, and show these lines to whoever gave you the workshop.");
}
