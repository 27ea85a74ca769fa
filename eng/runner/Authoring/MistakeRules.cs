using Workshop.Runner.Files;
using Workshop.Runner.Grading;

namespace Workshop.Runner.Authoring;

/// <summary>Each known wrong answer fails the checks that it names and no other, and each check is failed by one.</summary>
internal sealed class MistakeRules(AuthoredLab lab, SemaphoreSlim turns)
{
    private static readonly TimeSpan RunLimit = TimeSpan.FromSeconds(90);

    /// <summary>The solution and its checks must have been built, and <see cref="MistakeFileRules"/> be content.</summary>
    public async Task<IReadOnlyList<Defect>> FindAsync(CancellationToken cancellationToken)
    {
        var defects = new List<Defect>();
        Mistake[] mistakes = [.. lab.MistakeFolders().Select(Mistake.Read)];
        foreach (var check in lab.Checks().Where(check => !mistakes.Any(mistake => mistake.Fails.Contains(check.Method))))
        {
            defects.Add(new Defect(
                lab.Workshop.Show(check.File),
                $"No mistake fails {check.Method}: a check that nothing can fail proves nothing. Add one to tests/{lab.Lab.Slug}/mistakes/."));
        }

        if (mistakes.Length == 0)
        {
            return defects;
        }

        var compiler = await MistakeCompiler.ForAsync(lab, cancellationToken);
        var found = await Task.WhenAll(mistakes.Select(async mistake =>
        {
            await turns.WaitAsync(cancellationToken);
            try
            {
                return await RunAsync(mistake, compiler, cancellationToken);
            }
            finally
            {
                turns.Release();
            }
        }));
        return [.. defects, .. found.SelectMany(list => list)];
    }

    private async Task<IReadOnlyList<Defect>> RunAsync(
        Mistake mistake, MistakeCompiler compiler, CancellationToken cancellationToken)
    {
        var program = new CheckProgram(lab.Workshop, lab.Lab, Labs.Grade.Solutions).Assembly;
        var stage = lab.Workshop.PathOf("artifacts", "mistakes", lab.Lab.Slug, mistake.Name);
        var graded = Path.ChangeExtension(Path.GetFileName(lab.SolutionProject!), ".dll");
        if (Directory.Exists(stage))
        {
            Directory.Delete(stage, recursive: true);
        }

        FolderCopy.Make(Path.GetDirectoryName(program)!, stage);
        FolderCopy.Make(lab.SnapshotsFolder, Path.Combine(stage, "snapshots"));
        var sources = await WriteSourcesAsync(mistake, Path.Combine(stage, "sources"), cancellationToken);
        if (await compiler.CompileAsync(sources, Path.Combine(stage, graded), cancellationToken) is { } error)
        {
            return [new Defect(lab.Workshop.Show(mistake.Folder), $"It does not compile: {error}")];
        }

        var assembly = Path.Combine(stage, Path.GetFileName(program));
        var defects = await RunAsync(mistake, assembly, cancellationToken);
        if (defects.Count > 0)
        {
            // A mistake that is a race may go well for once: what counts is what happens twice.
            defects = await RunAsync(mistake, assembly, cancellationToken);
        }

        Directory.Delete(stage, recursive: true);
        return defects;
    }

    // Beside the assembly: when they do not compile, they are kept, and the compiler's error says where.
    private async Task<IReadOnlyDictionary<string, string>> WriteSourcesAsync(
        Mistake mistake, string folder, CancellationToken cancellationToken)
    {
        var written = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (source, text) in MistakeSources.Of(lab, mistake).Texts)
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

    private async Task<IReadOnlyList<Defect>> RunAsync(Mistake mistake, string assembly, CancellationToken cancellationToken)
    {
        var snapshots = Path.Combine(Path.GetDirectoryName(assembly)!, "snapshots");
        var (report, _) = await CheckRun.OfAsync(
            lab.Workshop, assembly, RunLimit, cancellationToken, KeyValuePair.Create("WORKSHOP_SNAPSHOTS", snapshots));
        return [.. Judge(mistake, report)];
    }

    private IEnumerable<Defect> Judge(Mistake mistake, CheckReport report)
    {
        var file = lab.Workshop.Show(Path.Combine(mistake.Folder, Mistake.FileName));
        if (!report.IsComplete)
        {
            yield return new Defect(file, "The checks did not run to their end: a mistake must fail checks, not break the run.");
            yield break;
        }

        var failed = report.Checks.Where(check => check.Verdict is not Verdict.Done).ToArray();
        string[] methods = [.. failed.Select(check => check.Sentence.Replace(' ', '_'))];
        foreach (var method in mistake.Fails.Except(methods))
        {
            yield return new Defect(file, $"It does not fail {method}, which it names.");
        }

        foreach (var method in methods.Except(mistake.Fails))
        {
            yield return new Defect(file, $"It fails {method}, which it does not name.");
        }

        foreach (var check in failed.Where(check => check.Verdict is Verdict.FaultOfTheGrader))
        {
            yield return new Defect(file, $"'{check.Sentence}' calls it a fault of the grader: {check.Message}");
        }

        if (failed.Length > 0 && !failed.Any(check => check.Message.Contains(mistake.Message, StringComparison.Ordinal)))
        {
            yield return new Defect(file, $"No check says '{mistake.Message}' of it: the message must tell what is wrong.");
        }
    }
}
