using Workshop.Logs.V1;
using Start = Workshop.Logs.V1.StreamLogsRequest.StartOneofCase;

namespace Workshop.Tail;

/// <summary>Sends log entries to clients, also to many at once: it has no state of its own.</summary>
internal sealed class LogStreamer(LogHub hub, StoredEntries stored, NewEntries news)
{
    /// <summary>Sends the entries that a client asked for: stored ones, and with follow new ones, too.</summary>
    /// <param name="request">The client's request.</param>
    /// <param name="writer">Sends messages to the client.</param>
    /// <param name="stop">Cancelled when the stream shall end.</param>
    public async Task StreamAsync(StreamLogsRequest request, TailWriter writer, CancellationToken stop)
    {
        var filter = new LogFilter(request);
        if (!request.Follow)
        {
            await SendStoredAsync(hub.Snapshot(), request, filter, writer);
            return;
        }

        var (snapshot, queue) = hub.Follow(filter);
        try
        {
            await SendStoredAsync(snapshot, request, filter, writer);
            await news.SendAsync(queue, filter, writer, stop);
        }
        finally
        {
            hub.Leave(queue);
        }
    }

    private async Task SendStoredAsync(LogSnapshot snapshot, StreamLogsRequest request, LogFilter filter, TailWriter writer)
    {
        var (gap, records) = request.StartCase == Start.AfterCursor
            ? Resumption.After(snapshot, request.AfterCursor, request.Strict)
            : (null, snapshot.Records);
        if (gap is not null)
        {
            await writer.SendAsync(gap);
        }

        await stored.SendAsync(records, snapshot.End, request, filter, writer);
    }
}
