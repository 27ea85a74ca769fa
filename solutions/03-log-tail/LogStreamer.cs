using Workshop.Logs.V1;
using Start = Workshop.Logs.V1.StreamLogsRequest.StartOneofCase;

namespace Workshop.Tail;

/// <summary>Sends log entries to clients, also to many at once: it has no state of its own.</summary>
internal sealed class LogStreamer(LogHub hub, TailOptions options)
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
            await SendHistoryAsync(hub.Snapshot(), request, filter, writer);
            return;
        }

        var (snapshot, queue) = hub.Follow(filter);
        try
        {
            await SendHistoryAsync(snapshot, request, filter, writer);
            await SendNewEntriesAsync(queue, writer, stop);
        }
        finally
        {
            hub.Leave(queue);
        }
    }

    private async Task SendHistoryAsync(LogSnapshot snapshot, StreamLogsRequest request, LogFilter filter, TailWriter writer)
    {
        IEnumerable<LogRecord> records = snapshot.Records;
        if (request.StartCase == Start.AfterCursor)
        {
            (var gap, records) = Resumption.After(snapshot, request.AfterCursor, request.Strict);
            if (gap is not null)
            {
                await writer.SendAsync(gap, more: true);
            }
        }

        if (request.StartCase == Start.Since)
        {
            var since = request.Since.ToDateTimeOffset();
            records = records.Where(record => record.Timestamp >= since);
        }

        records = records.Where(filter.Matches);
        if (request.StartCase == Start.TailLines)
        {
            records = records.TakeLast(request.TailLines);
        }

        foreach (var record in records)
        {
            await writer.SendAsync(record.StreamMessage, more: true);
        }

        await writer.SendAsync(StreamMessages.CaughtUp(snapshot.End, options.Heartbeat));
    }

    private async Task SendNewEntriesAsync(FollowerQueue queue, TailWriter writer, CancellationToken stop)
    {
        while (true)
        {
            await WaitForEntryAsync(queue, writer, stop);
            while (queue.TryTake(out var record))
            {
                if (queue.Missed > 0)
                {
                    var before = new Cursor(options.Epoch, record.Sequence - 1);
                    await writer.SendAsync(StreamMessages.Gap(before, Gap.Types.Reason.SlowReader, queue.Missed), more: true);
                }

                await writer.SendAsync(record.StreamMessage, more: !queue.IsEmpty);
            }

            if (options.Coalesce > TimeSpan.Zero)
            {
                // Under load, waking up for each entry would cost most of the time.
                await Task.Delay(options.Coalesce, stop);
            }
        }
    }

    private async Task WaitForEntryAsync(FollowerQueue queue, TailWriter writer, CancellationToken stop)
    {
        // Keep waiting for the same task after a heartbeat: each call of queue.WaitAsync would leave another waiter behind.
        var waiting = queue.WaitAsync(stop);
        while (!waiting.IsCompleted)
        {
            try
            {
                await waiting.WaitAsync(options.Heartbeat, stop);
            }
            catch (TimeoutException)
            {
                if (hub.EndIfCaughtUp(queue) is { } end)
                {
                    await writer.SendAsync(StreamMessages.Heartbeat(end));
                }
            }
        }

        await waiting;
    }
}
