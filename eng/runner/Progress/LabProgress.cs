using Workshop.Runner.Grading;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Progress;

/// <summary>How far a lab is.</summary>
internal enum Standing
{
    NotDone,
    Done,

    /// <summary>It passed once, and its files are others now.</summary>
    DoneButChanged,
}

/// <summary>A row of the board.</summary>
/// <param name="Lab">The lab.</param>
/// <param name="Last">What its last check found; null before the first.</param>
/// <param name="Standing">How far it is, by what was noted when it passed.</param>
internal sealed record LabProgress(Lab Lab, LabResult? Last, Standing Standing)
{
    /// <summary>Whether its checks were built here before: the first time takes long.</summary>
    public bool WasBuilt { get; init; }

    /// <summary>Whether the workshop came with its solution.</summary>
    public bool HasSolution { get; init; }

    public bool IsDone => Standing is Standing.Done;

    /// <summary>Whether the lab may be left: its core was done at the last check.</summary>
    public bool CoreIsDone => Counts?.CoreIsDone is true;

    /// <summary>How many tasks are done, by the last check; null where nobody knows.</summary>
    public TaskCounts? Counts => IsDone ? TaskCounts.All(Lab) : Last?.Counts;

    /// <summary>How far the lab is, in words.</summary>
    public string Words => (Standing, Counts) switch
    {
        (Standing.Done, _) => "done",
        (Standing.DoneButChanged, _) => "was done, changed since",
        (_, null) => $"{Lab.Tasks.Count} tasks, not checked yet",
        (_, { } counts) => counts.Words,
    };
}
