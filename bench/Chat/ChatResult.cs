namespace Workshop.Bench.Chat;

/// <summary>One row of the table: the median of its rounds.</summary>
/// <param name="What">Which server and client.</param>
/// <param name="Members">How many members the room has.</param>
/// <param name="Window">How many texts may be on their way.</param>
/// <param name="Deliveries">Deliveries per second, to all members together.</param>
/// <param name="P50">The delay that half of the deliveries of a round do not exceed.</param>
/// <param name="P99">The delay that 99 % of the deliveries of a round do not exceed.</param>
/// <param name="PerMillion">Processor time of the server for a million deliveries.</param>
/// <param name="HeapGrowth">How much the server's managed heap grew at most, in bytes.</param>
internal sealed record ChatResult(
    string What, int Members, int Window, double Deliveries, TimeSpan P50, TimeSpan P99, TimeSpan PerMillion, long HeapGrowth);
