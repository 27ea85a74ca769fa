namespace Workshop.Tail;

/// <summary>What was kept at one moment.</summary>
/// <param name="Records">The entries, oldest first.</param>
/// <param name="End">The place behind the newest entry, kept or not.</param>
internal sealed record LogSnapshot(IReadOnlyList<LogRecord> Records, Cursor End)
{
    /// <summary>The number of the oldest entry that is kept; that of the next one when none is.</summary>
    public long FirstSequence => Records.Count > 0 ? Records[0].Sequence : End.Sequence + 1;
}
