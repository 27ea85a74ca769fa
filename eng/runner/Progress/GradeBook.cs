using System.Collections.Immutable;
using Workshop.Runner.Grading;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Progress;

/// <summary>Grades labs, and notes with which files they, and their tasks, were done.</summary>
internal sealed class GradeBook(WorkshopFolder workshop, Grade grade, ReadyChecks? ready = null)
{
    private readonly Grader _grader = new(workshop, grade, ready);

    private readonly ProgressFile _file = new(workshop);

    /// <exception cref="WorkshopException">The environment is at fault, not the lab.</exception>
    public async Task<LabResult> GradeAsync(Lab lab, CancellationToken cancellationToken)
    {
        // Before the check: what is saved meanwhile was not graded.
        var (hash, files) = (LabFiles.Hash(workshop, lab, grade), LabFiles.Hashes(workshop, lab, grade));
        return Note(lab, await _grader.GradeAsync(lab, cancellationToken), hash, files);
    }

    /// <summary>Notes what a check found.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="result">What was found.</param>
    /// <param name="hash">The hash of the lab's files together, when the check began.</param>
    /// <param name="files">The hash of each file.</param>
    /// <returns>The same, with what was changed since a task was done that fails now.</returns>
    public LabResult Note(Lab lab, LabResult result, string hash, IReadOnlyDictionary<string, string> files)
    {
        var key = Key(lab);
        _file.Change(notes =>
        {
            var memory = notes.Tasks.GetValueOrDefault(key, TaskMemory.Empty);
            result = memory.Explain(result, files);
            notes = notes with { Tasks = notes.Tasks.SetItem(key, memory.After(result, files)), FirstDone = FirstDone(notes, result) };
            return result.Passed ? notes with { Passed = notes.Passed.SetItem(key, hash) }
                : notes.Passed.TryGetValue(key, out var passed) && passed == hash ? notes with { Passed = notes.Passed.Remove(key) }
                : notes;
        });
        return result;
    }

    // Of the labs alone: who works on the solutions hands nothing in.
    private ImmutableSortedDictionary<string, DateTimeOffset> FirstDone(ProgressNotes notes, LabResult result) => grade is not Grade.Labs
        ? notes.FirstDone
        : notes.FirstDone.AddRange(result.Tasks
            .Where(task => task.Verdict is Verdict.Done && !notes.FirstDone.ContainsKey(task.Task.Id))
            .Select(task => KeyValuePair.Create(task.Task.Id, DateTimeOffset.UtcNow)));

    public IReadOnlyList<LabProgress> ReadBoard()
    {
        var notes = _file.Read();
        return [.. workshop.ReadLabs().Select(lab => new LabProgress(lab, _grader.LastResult(lab), StandingOf(notes, lab))
        {
            WasBuilt = _grader.WasBuilt(lab),
            HasSolution = workshop.HasSolutionOf(lab),
        })];
    }

    private Standing StandingOf(ProgressNotes notes, Lab lab) =>
        !notes.Passed.TryGetValue(Key(lab), out var hash) ? Standing.NotDone
        : hash == LabFiles.Hash(workshop, lab, grade) ? Standing.Done
        : Standing.DoneButChanged;

    private string Key(Lab lab) => grade is Grade.Labs ? lab.Slug : $"solutions/{lab.Slug}";
}
