using Workshop.Logs.V1;
using Start = Workshop.Logs.V1.StreamLogsRequest.StartOneofCase;

namespace Workshop.Tail;

/// <summary>Sends the entries that are stored when a stream begins.</summary>
internal sealed class StoredEntries(TailOptions options)
{
    /// <summary>Sends the entries that a request asks for, oldest first; then that these were all.</summary>
    /// <param name="records">The entries that are stored, oldest first.</param>
    /// <param name="end">The position after the newest of them.</param>
    /// <param name="request">The client's request.</param>
    /// <param name="filter">The filter of the request.</param>
    /// <param name="writer">Sends messages to the client.</param>
    public async Task SendAsync(IEnumerable<LogRecord> records, Cursor end, StreamLogsRequest request, LogFilter filter, TailWriter writer)
    {
        records = records.Where(record => filter.Matches(record) && filter.MatchesText(record));
        if (request.StartCase == Start.Since)
        {
            var since = request.Since.ToDateTimeOffset();
            records = records.Where(record => record.Timestamp >= since);
        }
        else if (request.StartCase == Start.TailLines)
        {
            // After filtering: who asks for the last ten warnings wants ten warnings.
            records = records.TakeLast(request.TailLines);
        }

        foreach (var record in records)
        {
            await writer.SendAsync(record);
        }

        await writer.SendAsync(StreamMessages.CaughtUp(end, options.Heartbeat));
    }
}
