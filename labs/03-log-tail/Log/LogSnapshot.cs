namespace Workshop.Tail;

/// <summary>The entries that were kept at one moment.</summary>
/// <param name="Records">The entries, oldest first.</param>
/// <param name="End">The position after the newest entry, kept or not.</param>
internal sealed record LogSnapshot(IReadOnlyList<LogRecord> Records, Cursor End)
{
    /// <summary>The number of the oldest entry that is kept; without entries, the number of the next one.</summary>
    public long FirstSequence => Records.Count > 0 ? Records[0].Cursor.Sequence : End.Sequence + 1;
}
