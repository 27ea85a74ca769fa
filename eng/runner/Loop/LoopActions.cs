using Workshop.Runner.Answers;
using Workshop.Runner.Copies;
using Workshop.Runner.Grading;
using Workshop.Runner.Hints;
using Workshop.Runner.Labs;
using Workshop.Runner.Progress;

namespace Workshop.Runner.Loop;

/// <summary>What the loop's keys do to the workshop's files: the same as the commands of their names.</summary>
internal sealed class LoopActions(WorkshopFolder workshop, Grade grade, TimeProvider time)
{
    private readonly GradeBook _book = new(workshop, grade);

    private readonly ProgressFile _progress = new(workshop);

    private readonly HintBook _hints = new(workshop);

    private readonly Backups _backups = new(workshop, time);

    /// <summary>The state at the start: the lab that was worked on last, if it is not done; else the first whose core is not, or the
    /// first that is not.</summary>
    public LoopModel Open()
    {
        var (notes, board) = (_progress.Read(), ReadBoard());
        var row = board.FirstOrDefault(row => row.Lab.Slug == notes.Current && !row.IsDone)
            ?? board.FirstOrDefault(row => !row.CoreIsDone)
            ?? board.FirstOrDefault(row => !row.IsDone)
            ?? board[0];
        return new LoopModel(grade, board, row.Lab) { View = notes.Welcomed ? LoopView.Result : LoopView.Welcome };
    }

    public IReadOnlyList<LabProgress> ReadBoard() => _book.ReadBoard();

    public void NoteWelcome() => _progress.Change(notes => notes with { Welcomed = true });

    public void NoteCurrent(Lab lab) => _progress.Change(notes => notes with { Current = lab.Slug });

    /// <summary>One more hint for the first task that is not done.</summary>
    public HintsShown? NextHint(Lab lab, LabResult? result) => LabResult.CurrentTask(lab, result) is { } task ? _hints.Next(lab, task) : null;

    public IReadOnlyList<FileDifference> Difference(Lab lab) => LabDifference.Of(workshop, lab);

    public string Reset(Lab lab) => _backups.Reset(lab);

    public string Undo() => _backups.Undo().Slug;
}
