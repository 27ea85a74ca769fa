namespace Workshop.Chat;

/// <summary>A room at one moment.</summary>
/// <param name="RoomId">Tells the room from a later one of the same name.</param>
/// <param name="Entries">The events that are kept, oldest first. Their numbers have no holes.</param>
/// <param name="Names">Who is in the room.</param>
/// <param name="LastSeq">The number of the newest event; 0 when none has happened.</param>
public sealed record RoomSnapshot(string RoomId, IReadOnlyList<RoomEntry> Entries, IReadOnlyList<string> Names, long LastSeq)
{
    /// <summary>The number before the oldest event that is kept.</summary>
    public long SeqBeforeOldest => LastSeq - Entries.Count;
}
