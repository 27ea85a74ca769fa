using Workshop.Runner.Files;
using Workshop.Runner.Grading;

namespace Workshop.Runner.Authoring;

/// <summary>Each known wrong answer fails the checks that it names and no other, and each check is failed by one.</summary>
internal sealed class MistakeRules(AuthoredLab lab, Turns turns, Action<string> progress)
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

        var build = new CheckBuild(lab.Workshop, lab.Lab, Labs.Grade.Solutions);
        var (built, problem) = await build.BringUpToDateAsync(cancellationToken);
        if (built is null || CompilerArguments.OfAnswer(lab.Workshop, lab.Lab, Labs.Grade.Solutions) is not { } compiler)
        {
            return [.. defects, new Defect(lab.Workshop.Show(lab.SolutionFolder), $"Its mistakes cannot be compiled. {problem?.Message}")];
        }

        var proved = new ProvedMistakes(lab, built.Inputs);
        Mistake[] unproved = [.. mistakes.Where(mistake => !proved.Has(mistake))];
        if (unproved.Length < mistakes.Length)
        {
            progress($"{lab.Lab.Slug}: {mistakes.Length - unproved.Length} of {mistakes.Length} mistakes were proved before, from the same files");
        }

        // A process takes one after the other: what is warm once stays warm.
        await using var idle = new IdleProcesses(lab.Workshop.Root, built);
        var found = await Task.WhenAll(unproved.Select(mistake => turns.TakeAsync(
            async () => (Mistake: mistake, Defects: await FindAsync(mistake, proved, built, compiler, idle, oneByOne: false, cancellationToken)),
            cancellationToken)));
        foreach (var (mistake, _) in found.Where(found => found.Defects.Count > 0))
        {
            // A mistake that is a race may go well for once, one before it may have left something behind, and a busy machine is
            // slow: what counts is what happens again, in a process of its own and in quiet.
            defects.AddRange(await turns.TakeAllAsync(
                async () =>
                {
                    await using var fresh = new IdleProcesses(lab.Workshop.Root, built);
                    return await FindAsync(mistake, proved, built, compiler, fresh, oneByOne: true, cancellationToken);
                },
                cancellationToken));
        }

        return defects;
    }

    private async Task<IReadOnlyList<Defect>> FindAsync(
        Mistake mistake, ProvedMistakes proved, BuiltChecks built, CompilerArguments compiler, IdleProcesses idle, bool oneByOne, CancellationToken cancellationToken)
    {
        using var stage = new ScratchFolder(lab.Workshop.PathOf("artifacts", "mistakes", lab.Lab.Slug, mistake.Name));
        var answer = Path.GetFileName(compiler.Assembly);
        new CheckBuild(lab.Workshop, lab.Lab, Labs.Grade.Solutions).CopyTo(stage);
        FolderCopy.Make(lab.SnapshotsFolder, stage.PathOf("snapshots"));
        var sources = await WriteSourcesAsync(mistake, stage.PathOf("sources"), cancellationToken);
        var compiled = await compiler.CompileCodeAsync(sources, stage.PathOf(answer), cancellationToken);
        if (!compiled.Succeeded)
        {
            return [new Defect(lab.Workshop.Show(mistake.Folder), $"It does not compile: {compiled.FirstError}")];
        }

        var defects = await RunAsync(mistake, stage.PathOf($"{built.Checks}.dll"), idle, oneByOne, cancellationToken);
        if (defects.Count == 0)
        {
            proved.Add(mistake);
        }

        return defects;
    }

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

    private async Task<IReadOnlyList<Defect>> RunAsync(
        Mistake mistake, string checks, IdleProcesses idle, bool oneByOne, CancellationToken cancellationToken)
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
