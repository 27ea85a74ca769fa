using Workshop.Logs.V1;

namespace Workshop.Tail;

/// <summary>Finds the entries after a cursor.</summary>
internal static class Resumption
{
    /// <summary>The entries after a cursor, and what is missing there.</summary>
    /// <param name="snapshot">The entries that are kept.</param>
    /// <param name="text">The cursor as the client sent it.</param>
    /// <param name="strict">Whether to refuse the request when entries are missing.</param>
    /// <returns>The entries, not filtered; and the gap before them, or null.</returns>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: not a valid cursor. OUT_OF_RANGE: entries are missing, and
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
            // All kept entries are new. Nobody knows what the other process wrote after the cursor.
            return (Missing(Gap.Types.Reason.Restarted, null), snapshot.Records);
        }

        if (cursor.Sequence > snapshot.End.Sequence)
        {
            throw TailErrors.CursorInvalid();
        }

        return cursor.Sequence < oldest.Sequence
            ? (Missing(Gap.Types.Reason.Evicted, oldest.Sequence - cursor.Sequence), snapshot.Records)
            // By its number, not by searching for the entry: it may not match the filter.
            : (null, snapshot.Records.Skip((int)(cursor.Sequence - oldest.Sequence)));

        StreamLogsResponse Missing(Gap.Types.Reason reason, long? dropped) =>
            strict ? throw TailErrors.CursorExpired(oldest) : StreamMessages.Gap(oldest, reason, dropped);
    }
}
