namespace Workshop.Bench.Tail;

/// <summary>One row of the table: the median of its rounds.</summary>
/// <param name="What">Which server and client.</param>
/// <param name="Followers">How many streams follow.</param>
/// <param name="Idle">How many more are open, of which nothing is read.</param>
/// <param name="Entries">How many entries each of them gets in a round.</param>
/// <param name="Throughput">Entries per second to each of them.</param>
/// <param name="Load">What a round cost the server.</param>
internal sealed record TailResult(string What, int Followers, int Idle, int Entries, double Throughput, ServerLoad Load);
