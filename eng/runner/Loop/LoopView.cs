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
