using Workshop.Runner.Labs;
using Workshop.Runner.Progress;

namespace Workshop.Runner.Hints;

/// <summary>The hints of a task that were handed out, and how many there are.</summary>
internal sealed record HintsShown(LabTask Task, IReadOnlyList<string> Hints, int Total)
{
    public bool IsAll => Hints.Count == Total;
}

/// <summary>Hands out hints, one more each time, and remembers which were handed out.</summary>
internal sealed class HintBook(WorkshopFolder workshop)
{
    private readonly ProgressFile _progress = new(workshop);

    /// <summary>What was handed out for a task so far.</summary>
    public HintsShown Look(Lab lab, LabTask task) => Shown(lab, task, _progress.Read().Hints.GetValueOrDefault(task.Id));

    /// <summary>Hands out one more.</summary>
    public HintsShown Next(Lab lab, LabTask task) => Note(Shown(lab, task, Look(lab, task).Hints.Count + 1));

    public HintsShown All(Lab lab, LabTask task) => Note(Shown(lab, task, int.MaxValue));

    private HintsShown Note(HintsShown shown)
    {
        _progress.Change(notes => notes with { Hints = notes.Hints.SetItem(shown.Task.Id, shown.Hints.Count) });
        return shown;
    }

    private HintsShown Shown(Lab lab, LabTask task, int count)
    {
        var readme = workshop.PathOf("labs", lab.Slug, "README.md");
        var hints = File.Exists(readme) ? LabHints.Read(File.ReadAllText(readme)).GetValueOrDefault(task.Id) ?? [] : [];
        return new HintsShown(task, [.. hints.Take(count)], hints.Count);
    }
}
