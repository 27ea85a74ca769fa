using Workshop.Chat.V1;

namespace Workshop.Chat;

/// <summary>Finds the events after the end of an earlier session.</summary>
internal static class Resumption
{
    /// <summary>The kept events after an earlier session, and what is missing before them.</summary>
    /// <param name="snapshot">The room.</param>
    /// <param name="resume">Where the earlier session ended.</param>
    /// <param name="path">The path of <paramref name="resume"/> in the request: <c>join.resume</c> or <c>resume</c>.</param>
    /// <param name="now">The time.</param>
    /// <returns>The event that says what is missing, or null; and the kept events that follow.</returns>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: that event has not happened yet.</exception>
    public static (RoomEvent? Missed, IEnumerable<RoomEntry> Entries) After(
        RoomSnapshot snapshot, Resume resume, string path, DateTimeOffset now)
    {
        var oldest = snapshot.SeqBeforeOldest;
        if (resume.RoomId != snapshot.RoomId)
        {
            // The same name, and another room: all that is kept is new, and nobody knows what the other one had.
            return (ServerEvents.Missed(oldest, null, now), snapshot.Entries);
        }

        if (resume.LastSeq > snapshot.LastSeq)
        {
            throw ChatErrors.ResumeInvalid(
                $"{path}.last_seq", $"last_seq is {resume.LastSeq}, and the last event of the room is {snapshot.LastSeq}.");
        }

        return resume.LastSeq < oldest
            ? (ServerEvents.Missed(oldest, oldest - resume.LastSeq, now), snapshot.Entries)
            : (null, snapshot.Entries.Skip((int)(resume.LastSeq - oldest)));
    }
}
