using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Grpc.Core;

namespace Workshop.Tail;

/// <summary>The entries that wait to be sent to one follower. One thread at a time adds entries, under the hub's lock; one
/// thread takes them out.</summary>
internal sealed class FollowerQueue(LogFilter filter, int capacity)
{
    // TODO 03.6: hold at most `capacity` entries, and drop the oldest one when full; Missed says how many were dropped.
    private readonly Channel<LogRecord> _channel = Channel.CreateUnbounded<LogRecord>();

    private Task? _waiting;

    /// <summary>Whether no entry waits.</summary>
    public bool IsEmpty => _channel.Reader.Count == 0;

    /// <summary>How many entries were dropped right before the last one that was taken.</summary>
    public long Missed { get; private set; }

    /// <summary>Adds an entry if it matches the filter. Never waits.</summary>
    public void Offer(LogRecord record)
    {
        if (filter.Matches(record))
        {
            _channel.Writer.TryWrite(record);
        }
    }

    /// <summary>Takes the oldest entry that waits, if there is one.</summary>
    public bool TryTake([NotNullWhen(true)] out LogRecord? record)
    {
        if (_channel.Reader.Count > capacity)
        {
            throw new RpcException(new Status(
                StatusCode.Unimplemented, "TODO 03.6 is not done yet. See labs/03-log-tail/README.md."));
        }

        return _channel.Reader.TryRead(out record);
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
