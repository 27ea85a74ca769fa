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

    /// <summary>Whether the next check needs no first build.</summary>
    public bool CurrentWasBuilt => Board.FirstOrDefault(row => row.Lab.Slug == Current.Slug)?.WasBuilt is true;

    /// <summary>Whether there is a solution of the current lab to compare with.</summary>
    public bool CurrentHasSolution => Board.FirstOrDefault(row => row.Lab.Slug == Current.Slug)?.HasSolution is true;

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

    /// <summary>The first line that is shown of a text which is longer than the window, and how many are: the screen says it.</summary>
    public (int Top, int Page) Scrolled { get; set; }

    /// <summary>The slug that is marked in the list.</summary>
    public string? Marked { get; set; }

    public bool CurrentIsDone => Result?.Passed is true;

    /// <summary>Where n leads: the next lab whose core is not done; after all cores, the next with tasks left. Null when the
    /// others are done.</summary>
    public Lab? NextLab
    {
        get
        {
            LabProgress[] others = [.. Board.SkipWhile(row => row.Lab.Slug != Current.Slug).Concat(Board).Where(row => row.Lab.Slug != Current.Slug)];
            return (others.FirstOrDefault(row => !row.CoreIsDone) ?? others.FirstOrDefault(row => !row.IsDone))?.Lab;
        }
    }

    /// <summary>Whether n does something now: to the next lab once the core is done, to the finish once all is.</summary>
    public bool MayGoOn => Checking is null && (CurrentIsDone || (Result?.CoreIsDone is true && NextLab is not null));
}
