using Workshop.Logs.V1;

namespace Workshop.Tail;

/// <summary>Sends entries to one follower as they come.</summary>
internal sealed class NewEntries(LogHub hub, TailOptions options)
{
    /// <summary>Sends what comes to a queue, until the stream ends.</summary>
    /// <exception cref="OperationCanceledException">The stream shall end.</exception>
    public async Task SendAsync(FollowerQueue queue, LogFilter filter, TailWriter writer, CancellationToken stop)
    {
        while (true)
        {
            await queue.WaitAsync(writer.TimeToSilence(options.Heartbeat), stop);
            while (queue.TryTake(out var record))
            {
                if (queue.Missed > 0)
                {
                    // The cursor right before the entry: who continues there gets the entry.
                    var before = new Cursor(options.Epoch, record.Cursor.Sequence - 1);
                    await writer.SendAsync(StreamMessages.Gap(before, Gap.Types.Reason.SlowReader, queue.Missed));
                }

                // Here and not in the queue: to search a text takes long, and the queue is filled under the hub's lock.
                if (filter.MatchesText(record))
                {
                    await writer.SendAsync(record);
                }
            }

            await writer.FlushAsync();
            // From this loop, not from a timer: a stream has one writer.
            if (writer.IsSilentFor(options.Heartbeat))
            {
                await SendHeartbeatAsync(queue, writer);
            }

            // Under load, waking up for each entry would cost most of the time.
            await Task.Delay(options.Coalesce, stop);
        }
    }

    private async Task SendHeartbeatAsync(FollowerQueue queue, TailWriter writer)
    {
        // Null when an entry has come just now: then it is sent, and no heartbeat is needed.
        if (hub.EndIfCaughtUp(queue) is { } end)
        {
            await writer.SendAsync(StreamMessages.Heartbeat(end));
        }
    }
}
