using Workshop.Runner.Grading;

namespace Workshop.Runner.Authoring;

/// <summary>Each known wrong answer fails the checks that it names and no other, and each check is failed by one.</summary>
internal sealed class MistakeRules(AuthoredLab lab, Turns turns, Action<string> progress)
{
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

        var trial = new MistakeTrial(lab, built, compiler);
        // A process takes one after the other: what is warm once stays warm.
        await using var idle = new IdleProcesses(lab.Workshop.Root, built);
        var batches = MistakeBatches.Of(lab, unproved);
        var unclear = await TryAsync(batches, proved, trial, idle, cancellationToken);
        Mistake[] beside = [.. unclear.Intersect(batches.Where(batch => batch.Count > 1).SelectMany(batch => batch))];
        progress($"{lab.Lab.Slug}: {unproved.Length} mistakes in {batches.Count} runs" + (beside.Length > 0 ? $", {beside.Length} of them once more by themselves" : ""));
        unclear = [.. unclear.Except(beside), .. await TryAsync(beside.Select(mistake => new[] { mistake }), proved, trial, idle, cancellationToken)];
        foreach (var mistake in unclear)
        {
            // A mistake that is a race may go well for once, one before it may have left something behind, and a busy machine is
            // slow: what counts is what happens again, in a process of its own and in quiet.
            progress($"{lab.Lab.Slug}: {mistake.Name} once more, in quiet");
            var found = await turns.TakeAllAsync(
                async () =>
                {
                    await using var fresh = new IdleProcesses(lab.Workshop.Root, built);
                    return await TryAsync([mistake], proved, trial, fresh, oneByOne: true, cancellationToken);
                },
                cancellationToken);
            defects.AddRange(found[mistake]);
        }

        return defects;
    }

    // Those that do not do what they say.
    private async Task<IReadOnlyList<Mistake>> TryAsync(
        IEnumerable<IReadOnlyList<Mistake>> batches, ProvedMistakes proved, MistakeTrial trial, IdleProcesses idle, CancellationToken cancellationToken)
    {
        var tried = await Task.WhenAll(batches.Select(batch => turns.TakeAsync(
            () => TryAsync(batch, proved, trial, idle, oneByOne: false, cancellationToken), cancellationToken)));
        return [.. tried.SelectMany(found => found.Select(defects => defects.Key))];
    }

    private static async Task<ILookup<Mistake, Defect>> TryAsync(
        IReadOnlyList<Mistake> batch, ProvedMistakes proved, MistakeTrial trial, IdleProcesses idle, bool oneByOne, CancellationToken cancellationToken)
    {
        var found = await trial.FindAsync(batch, idle, oneByOne, cancellationToken);
        foreach (var mistake in batch.Where(mistake => !found.Contains(mistake)))
        {
            proved.Add(mistake);
        }

        return found;
    }
}
