namespace Workshop.Bench.Tail;

/// <summary>What it costs to log an event.</summary>
/// <param name="What">Where the event goes.</param>
/// <param name="Followers">How many streams follow.</param>
/// <param name="Nanoseconds">Time of the thread that logs, per event.</param>
internal sealed record EmitResult(string What, int Followers, double Nanoseconds);
