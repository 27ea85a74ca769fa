using Workshop.Runner.Files;
using Workshop.Runner.Grading;

namespace Workshop.Runner.Authoring;

/// <summary>Compiles known wrong answers into the solution, runs all its checks, and judges what they say.</summary>
/// <param name="lab">The lab.</param>
/// <param name="built">Its solution with the checks, as it is.</param>
/// <param name="compiler">Compiles it.</param>
internal sealed class MistakeTrial(AuthoredLab lab, BuiltChecks built, CompilerArguments compiler)
{
    private static readonly TimeSpan RunLimit = TimeSpan.FromSeconds(90);

    /// <returns>What is wrong with each. Nothing: each fails the checks that it names, and no other fails. What cannot be said of one alone
    /// is said of all.</returns>
    /// <param name="mistakes">They change different places, and fail different checks: see <see cref="MistakeBatches"/>.</param>
    /// <param name="idle">Where a process is taken from.</param>
    /// <param name="oneByOne">Whether no two checks run at the same time.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<ILookup<Mistake, Defect>> FindAsync(
        IReadOnlyList<Mistake> mistakes, IdleProcesses idle, bool oneByOne, CancellationToken cancellationToken)
    {
        // A folder that no other run has: a process that has loaded an assembly takes it for every one of the same path.
        var name = mistakes.Count == 1 ? mistakes[0].Name : $"{mistakes[0].Name} and {mistakes.Count - 1} more";
        using var stage = new ScratchFolder(lab.Workshop.PathOf("artifacts", "mistakes", lab.Lab.Slug, oneByOne ? $"{name} in quiet" : name));
        var answer = Path.GetFileName(compiler.Assembly);
        new CheckBuild(lab.Workshop, lab.Lab, Labs.Grade.Solutions).CopyTo(stage);
        CopySnapshots(stage.PathOf("snapshots"));
        var sources = await WriteSourcesAsync(mistakes, stage.PathOf("sources"), cancellationToken);
        var compiled = await compiler.CompileCodeAsync(sources, stage.PathOf(answer), cancellationToken);
        IEnumerable<(Mistake Of, Defect Defect)> found = compiled.Succeeded
            ? Judge(mistakes, await RunAsync(stage.PathOf($"{built.Checks}.dll"), idle, oneByOne, cancellationToken))
            : mistakes.Select(mistake => (mistake, new Defect(lab.Workshop.Show(mistake.Folder), $"It does not compile: {compiled.FirstError}")));
        return found.ToLookup(found => found.Of, found => found.Defect);
    }

    // What a check has received may lie beside them, and be gone before it is copied.
    private void CopySnapshots(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var snapshot in AuthoredLab.FilesOf(lab.SnapshotsFolder, "*.verified.*"))
        {
            File.Copy(snapshot, Path.Combine(folder, Path.GetFileName(snapshot)));
        }
    }

    private async Task<IReadOnlyDictionary<string, string>> WriteSourcesAsync(
        IReadOnlyList<Mistake> mistakes, string folder, CancellationToken cancellationToken)
    {
        var written = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (source, text) in MistakeSources.Of(lab, mistakes).Texts)
        {
            var file = Path.Combine(folder, lab.Workshop.Show(source));
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, text, cancellationToken);
            if (Path.GetExtension(source) is not ".proto")
            {
                written.Add(source, file);
                continue;
            }

            foreach (var (generated, wrong) in await MistakeContracts.GenerateAsync(lab, source, file, cancellationToken))
            {
                written.Add(generated, wrong);
            }
        }

        return written;
    }

    private static async Task<CheckReport> RunAsync(string checks, IdleProcesses idle, bool oneByOne, CancellationToken cancellationToken)
    {
        var process = idle.Take();
        var snapshots = Path.Combine(Path.GetDirectoryName(checks)!, "snapshots");
        var (report, _) = await process.RunAsync(
            checks, RunLimit, oneByOne, cancellationToken, KeyValuePair.Create("WORKSHOP_SNAPSHOTS", snapshots));
        // What hung may still hang.
        if (report.IsComplete && report.Checks.All(check => check.Verdict is not Verdict.TimedOut))
        {
            idle.GiveBack(process);
        }
        else
        {
            await process.DisposeAsync();
        }

        return report;
    }

    private IEnumerable<(Mistake Of, Defect Defect)> Judge(IReadOnlyList<Mistake> mistakes, CheckReport report)
    {
        if (!report.IsComplete)
        {
            return mistakes.Select(mistake => DefectOf(mistake, "The checks did not run to their end: a mistake must fail checks, not break the run."));
        }

        var failed = report.Checks.Where(check => check.Verdict is not Verdict.Done).ToLookup(check => check.Sentence.Replace(' ', '_'));
        string[] unnamed = [.. failed.Select(checks => checks.Key).Except(mistakes.SelectMany(mistake => mistake.Fails))];
        return mistakes.SelectMany(mistake => unnamed
            .Select(method => $"It fails {method}, which it does not name.")
            .Concat(Judge(mistake, failed))
            .Select(rule => DefectOf(mistake, rule)));
    }

    private static IEnumerable<string> Judge(Mistake mistake, ILookup<string, CheckResult> failed)
    {
        foreach (var method in mistake.Fails.Where(method => !failed.Contains(method)))
        {
            yield return $"It does not fail {method}, which it names.";
        }

        CheckResult[] named = [.. mistake.Fails.SelectMany(method => failed[method])];
        foreach (var check in named.Where(check => check.Verdict is Verdict.FaultOfTheGrader))
        {
            yield return $"'{check.Sentence}' calls it a fault of the grader: {check.Message}";
        }

        if (named.Length > 0 && !named.Any(check => check.Message.Contains(mistake.Message, StringComparison.Ordinal)))
        {
            yield return $"No check says '{mistake.Message}' of it: the message must tell what is wrong.";
        }
    }

    private (Mistake Of, Defect Defect) DefectOf(Mistake mistake, string rule) =>
        (mistake, new Defect(lab.Workshop.Show(Path.Combine(mistake.Folder, Mistake.FileName)), rule));
}
