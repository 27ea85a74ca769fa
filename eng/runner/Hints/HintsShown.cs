using Workshop.Runner.Labs;

namespace Workshop.Runner.Hints;

/// <summary>The hints of a task that were handed out, and how many there are.</summary>
internal sealed record HintsShown(LabTask Task, IReadOnlyList<string> Hints, int Total)
{
    public bool IsAll => Hints.Count == Total;
}
