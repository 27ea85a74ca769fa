namespace Workshop.Bench.Tail;

/// <summary>What came to the followers of a <see cref="LoadRun"/>, in entries.</summary>
/// <param name="Everything">The fewest that came to one who reads everything.</param>
/// <param name="EverythingMissed">The most that such a one missed.</param>
/// <param name="Warnings">The fewest that came to one who reads the warnings.</param>
/// <param name="WarningsMissed">The most that such a one missed.</param>
/// <param name="Idle">How many came to the one who read nothing until the end.</param>
/// <param name="IdleMissed">How many that one missed.</param>
internal sealed record LoadResult(
    long Everything, long EverythingMissed, long Warnings, long WarningsMissed, long Idle, long IdleMissed);
