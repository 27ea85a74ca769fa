using Workshop.Runner.Grading;
using Workshop.Runner.Labs;
using Workshop.Runner.Progress;
using Workshop.Runner.Screens;

namespace Workshop.Runner.Loop;

/// <summary>What the screen is about.</summary>
internal enum LoopView
{
    Welcome,

    /// <summary>The last result, with as much of its text as fits.</summary>
    Result,

    /// <summary>The last result with all of its text.</summary>
    WholeResult,
    Hint,
    List,
    DiffQuestion,
    Diff,
    ResetQuestion,
    WasReset,

    /// <summary>Every lab passed, in a run of all of them just now.</summary>
    Finished,
}

/// <summary>What the screen shows.</summary>
internal sealed class LoopModel(Grade grade, IReadOnlyList<LabProgress> board, Lab current)
{
    public Grade Grade { get; } = grade;

    public IReadOnlyList<LabProgress> Board { get; set; } = board;

    public Lab Current { get; set; } = current;

    public LoopView View { get; set; }

    /// <summary>The current lab's last result; null before its first run in this session.</summary>
    public LabResult? Result { get; set; }

    /// <summary>Why the last run has no result.</summary>
    public string? Problem { get; set; }

    /// <summary>The lab that is being checked; null when none is.</summary>
    public Lab? Checking { get; set; }

    public TimeSpan CheckingFor { get; set; }

    /// <summary>A line above the prompt, until the next key.</summary>
    public string? Note { get; set; }

    /// <summary>The text of the hint or diff that is shown.</summary>
    public IReadOnlyList<ScreenLine> Text { get; set; } = [];

    public bool MoreHints { get; set; }

    /// <summary>The slug that is marked in the list.</summary>
    public string? Marked { get; set; }

    public bool CurrentIsDone => Result?.Passed is true;

    public bool OthersAreDone => Board.All(row => row.IsDone || row.Lab.Slug == Current.Slug);
}
