namespace Workshop.Runner.Progress;

/// <summary>How far a lab is.</summary>
internal enum Standing
{
    NotDone,
    Done,

    /// <summary>It passed once, and its files are others now.</summary>
    DoneButChanged,
}
