namespace Workshop.Bench.Tail;

/// <summary>How many entries the followers of a <see cref="LoadRun"/> got.</summary>
/// <param name="Everything">The fewest that a follower of all entries got.</param>
/// <param name="EverythingMissed">The most that such a one missed.</param>
/// <param name="Warnings">The fewest that a follower of the warnings got.</param>
/// <param name="WarningsMissed">The most that such a one missed.</param>
/// <param name="Idle">How many the follower got who read nothing until the end.</param>
/// <param name="IdleMissed">How many the idle follower missed.</param>
internal sealed record LoadResult(
    long Everything, long EverythingMissed, long Warnings, long WarningsMissed, long Idle, long IdleMissed);
