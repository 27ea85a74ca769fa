using Workshop.Logs.V1;

namespace Workshop.Tail;

/// <summary>Where a stream goes on that a client has read before.</summary>
internal static class Resumption
{
    /// <summary>What comes after a cursor, and what is missing there.</summary>
    /// <param name="snapshot">What is kept.</param>
    /// <param name="text">The cursor as the client sent it.</param>
    /// <param name="strict">Whether the client would rather be refused than miss something.</param>
    /// <returns>The entries, not filtered; and the gap before them, or null.</returns>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: that is no cursor. OUT_OF_RANGE: something is missing, and
    /// strict.</exception>
    public static (StreamLogsResponse? Gap, IEnumerable<LogRecord> Records) After(LogSnapshot snapshot, string text, bool strict)
    {
        if (!Cursor.TryParse(text, out var found))
        {
            throw TailErrors.CursorInvalid();
        }

        var cursor = found.Value;
        var oldest = new Cursor(snapshot.End.Epoch, snapshot.FirstSequence - 1);
        if (cursor.Epoch != snapshot.End.Epoch)
        {
            // Everything that is kept is new. What the other process wrote after the cursor, nobody knows.
            return (Missing(Gap.Types.Reason.Restarted, null), snapshot.Records);
        }

        if (cursor.Sequence > snapshot.End.Sequence)
        {
            throw TailErrors.CursorInvalid();
        }

        return cursor.Sequence < oldest.Sequence
            ? (Missing(Gap.Types.Reason.Evicted, oldest.Sequence - cursor.Sequence), snapshot.Records)
            // By its number, not by looking for the entry: that one may not match the filter, and still the place is clear.
            : (null, snapshot.Records.Skip((int)(cursor.Sequence - oldest.Sequence)));

        StreamLogsResponse Missing(Gap.Types.Reason reason, long? dropped) =>
            strict ? throw TailErrors.CursorExpired(oldest) : StreamMessages.Gap(oldest, reason, dropped);
    }
}
