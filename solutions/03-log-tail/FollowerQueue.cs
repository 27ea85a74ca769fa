using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace Workshop.Tail;

/// <summary>The entries that wait to be sent to one follower. One thread at a time adds entries, under the hub's lock; one
/// thread takes them out.</summary>
internal sealed class FollowerQueue(LogFilter filter, int capacity)
{
    // Every entry that is offered gets a number. Numbers that are missing between two entries were dropped: this count is
    // exact. A separate counter would race with the channel.
    private readonly Channel<(long Number, LogRecord Record)> _channel = Channel.CreateBounded<(long, LogRecord)>(
        new BoundedChannelOptions(capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private long _offered;
    private long _taken;
    private Task? _waiting;

    /// <summary>Whether no entry waits.</summary>
    public bool IsEmpty => _channel.Reader.Count == 0;

    /// <summary>How many entries were dropped right before the last one that was taken.</summary>
    public long Missed { get; private set; }

    /// <summary>Adds an entry if it matches the filter. Never waits: when the queue is full, the oldest entry is
    /// dropped.</summary>
    public void Offer(LogRecord record)
    {
        if (filter.Matches(record))
        {
            _channel.Writer.TryWrite((++_offered, record));
        }
    }

    /// <summary>Takes the oldest entry that waits, if there is one.</summary>
    public bool TryTake([NotNullWhen(true)] out LogRecord? record)
    {
        var isTaken = _channel.Reader.TryRead(out var item);
        if (isTaken)
        {
            Missed = item.Number - _taken - 1;
            _taken = item.Number;
        }

        record = item.Record;
        return isTaken;
    }

    /// <summary>Waits until there is something to take, or for as long as the limit.</summary>
    public async Task WaitAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            // After a time-out the same wait goes on: each new one would leave a waiter behind.
            _waiting ??= _channel.Reader.WaitToReadAsync(cancellationToken).AsTask();
            await _waiting.WaitAsync(limit, cancellationToken);
            _waiting = null;
        }
        catch (TimeoutException)
        {
        }
    }
}
