namespace Workshop.Bench;

/// <summary>What a measured piece of work cost the server.</summary>
/// <param name="ProcessorSeconds">Processor time, in seconds, of all threads together.</param>
/// <param name="Gen2Collections">Garbage collections of generation 2.</param>
/// <param name="HeapGrowth">Largest managed heap during the work, less the one before it, in bytes.</param>
internal sealed record ServerLoad(double ProcessorSeconds, int Gen2Collections, long HeapGrowth)
{
    /// <summary>The median of several rounds; of the heap's growth the largest, because a limit holds for each.</summary>
    public static ServerLoad Median(IReadOnlyCollection<ServerLoad> rounds) => new(
        Turns.Median(rounds.Select(load => load.ProcessorSeconds)),
        (int)Turns.Median(rounds.Select(load => (double)load.Gen2Collections)),
        rounds.Max(load => load.HeapGrowth));
}
