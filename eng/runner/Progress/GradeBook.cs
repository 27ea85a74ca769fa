using Workshop.Runner.Grading;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Progress;

/// <summary>Grades labs, and notes which ones passed with which files.</summary>
internal sealed class GradeBook(WorkshopFolder workshop, Grade grade, ReadyChecks? ready = null)
{
    private readonly Grader _grader = new(workshop, grade, ready);

    private readonly ProgressFile _file = new(workshop);

    /// <exception cref="WorkshopException">The environment is at fault, not the lab.</exception>
    public async Task<LabResult> GradeAsync(Lab lab, CancellationToken cancellationToken)
    {
        // Before the check: what is saved meanwhile was not graded.
        var hash = LabFiles.Hash(workshop, lab, grade);
        var result = await _grader.GradeAsync(lab, cancellationToken);
        var key = Key(lab);
        _file.Change(notes => result.Passed
            ? notes with { Passed = notes.Passed.SetItem(key, hash) }
            : notes.Passed.TryGetValue(key, out var passed) && passed == hash
                ? notes with { Passed = notes.Passed.Remove(key) }
                : notes);
        return result;
    }

    public IReadOnlyList<LabProgress> ReadBoard()
    {
        var notes = _file.Read();
        return [.. workshop.ReadLabs().Select(lab => new LabProgress(lab, _grader.LastResult(lab), StandingOf(notes, lab)))];
    }

    private Standing StandingOf(ProgressNotes notes, Lab lab) =>
        !notes.Passed.TryGetValue(Key(lab), out var hash) ? Standing.NotDone
        : hash == LabFiles.Hash(workshop, lab, grade) ? Standing.Done
        : Standing.DoneButChanged;

    private string Key(Lab lab) => grade is Grade.Labs ? lab.Slug : $"solutions/{lab.Slug}";
}
