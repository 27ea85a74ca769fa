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

        // A process takes one after the other: what is warm once stays warm.
        await using var idle = new IdleProcesses(lab.Workshop.Root, built);
        using var runs = new MistakeRuns(new MistakeTrial(lab, built, compiler), proved, turns, cancellationToken);
        var batches = MistakeBatches.Of(lab, unproved);
        var unclear = await runs.FindUnclearAsync(batches, idle);
        progress($"{lab.Lab.Slug}: {unproved.Length} mistakes, at first in {batches.Count} runs" + (unclear.Count > 0 ? $", {unclear.Count} of them once more, in quiet" : ""));
        foreach (var mistake in unclear)
        {
            // A mistake that is a race may go well for once, one before it may have left something behind, and a busy machine is
            // slow: what counts is what happens again, in a process of its own and in quiet.
            await using var fresh = new IdleProcesses(lab.Workshop.Root, built);
            defects.AddRange(await runs.FindInQuietAsync(mistake, fresh));
        }

        return defects;
    }
}
