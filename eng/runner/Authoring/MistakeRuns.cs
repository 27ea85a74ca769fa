namespace Workshop.Runner.Authoring;

/// <summary>Runs the known wrong answers of a lab, and remembers which are proved.</summary>
/// <param name="trial">Runs some of them at once.</param>
/// <param name="proved">Those that do what they say.</param>
/// <param name="turns">How many run at once, of all labs.</param>
/// <param name="cancellationToken">Ends it.</param>
internal sealed class MistakeRuns(MistakeTrial trial, ProvedMistakes proved, Turns turns, CancellationToken cancellationToken) : IDisposable
{
    // What is warm in a process is of one lab: the more processes a lab has, the more of them start cold.
    private readonly Turns _ofLab = new(2);

    /// <returns>Those that do not do what they say, also by themselves.</returns>
    /// <param name="batches">Each may share a run: see <see cref="MistakeBatches"/>.</param>
    /// <param name="idle">Where processes are taken from.</param>
    public async Task<IReadOnlyList<Mistake>> FindUnclearAsync(IEnumerable<IReadOnlyList<Mistake>> batches, IdleProcesses idle) =>
        [.. (await Task.WhenAll(batches.Select(batch => FindUnclearAsync(batch, idle)))).SelectMany(unclear => unclear)];

    /// <returns>What is wrong with one of them, while nothing else runs.</returns>
    public async Task<IEnumerable<Defect>> FindInQuietAsync(Mistake mistake, IdleProcesses fresh) =>
        (await turns.TakeAllAsync(() => RunAsync([mistake], fresh, oneByOne: true), cancellationToken))[mistake];

    public void Dispose() => _ofLab.Dispose();

    private async Task<IReadOnlyList<Mistake>> FindUnclearAsync(IReadOnlyList<Mistake> batch, IdleProcesses idle)
    {
        var found = await _ofLab.TakeAsync(
            () => turns.TakeAsync(() => RunAsync(batch, idle, oneByOne: false), cancellationToken), cancellationToken);
        Mistake[] unclear = [.. found.Select(defects => defects.Key)];
        if (batch.Count == 1)
        {
            return unclear;
        }

        return await FindUnclearAsync(
            // Others hide what these do; or, where all are unclear, one does what nobody names, or two do it together.
            unclear.Length < batch.Count ? unclear.Chunk(1) : batch.Chunk((batch.Count + 1) / 2),
            idle);
    }

    private async Task<ILookup<Mistake, Defect>> RunAsync(IReadOnlyList<Mistake> batch, IdleProcesses processes, bool oneByOne)
    {
        var found = await trial.FindAsync(batch, processes, oneByOne, cancellationToken);
        foreach (var mistake in batch.Where(mistake => !found.Contains(mistake)))
        {
            proved.Add(mistake);
        }

        return found;
    }
}
