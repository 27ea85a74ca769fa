using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace Workshop.Tail;

/// <summary>What waits to be sent to one follower. One thread at a time puts entries in, under the hub's lock; one takes
/// them out.</summary>
internal sealed class FollowerQueue(LogFilter filter, int capacity)
{
    // Every entry that is offered has a number. What is missing between two that are taken was dropped: that is exact,
    // whichever thread is ahead, where a counter beside the channel would race with it.
    private readonly Channel<(long Number, LogRecord Record)> _channel = Channel.CreateBounded<(long, LogRecord)>(
        new BoundedChannelOptions(capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private long _offered;
    private long _taken;

    /// <summary>Whether nothing waits.</summary>
    public bool IsEmpty => _channel.Reader.Count == 0;

    /// <summary>How many entries were dropped right before the one that was taken last.</summary>
    public long Missed { get; private set; }

    /// <summary>Puts an entry in, if the follower asked for such. Never waits: when the queue is full, the oldest entry
    /// goes.</summary>
    public void Offer(LogRecord record)
    {
        if (filter.Matches(record))
        {
            _channel.Writer.TryWrite((++_offered, record));
        }
    }

    /// <summary>Waits until there is something to take.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _channel.Reader.WaitToReadAsync(cancellationToken).AsTask();

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
}
