using Workshop.Runner.Labs;

namespace Workshop.Runner.Hints;

/// <summary>The hints of a task that were handed out, and how many there are.</summary>
internal sealed record HintsShown(LabTask Task, IReadOnlyList<string> Hints, int Total)
{
    public bool IsAll => Hints.Count == Total;

    /// <summary>A heading for each, then its text.</summary>
    public string Text => Total == 0
        ? $"Task {Task.Id} has no hints. Its README and its page in docs/ say more."
        : string.Join("\n\n", Hints.Select((hint, index) => $"Hint {index + 1} of {Total} for task {Task.Id}\n\n{hint}"));
}
