using System.Diagnostics.CodeAnalysis;

namespace Workshop.Chat;

/// <summary>The events that wait to be sent in one session, and the loop that sends them. Any thread adds events; one takes them out.</summary>
internal sealed class MemberQueue(int maxEvents, long maxBytes) : IFollower
{
    private readonly Lock _lock = new();
    private readonly Queue<RoomEntry> _waiting = new();
    private TaskCompletionSource? _change;
    private long _bytes;
    private bool _isComplete;

    /// <summary>Adds an event. Never waits: while there are too many, or too many bytes, the oldest is dropped. The newest stays.</summary>
    public void Offer(RoomEntry entry)
    {
        lock (_lock)
        {
            if (_isComplete)
            {
                return;
            }

            _waiting.Enqueue(entry);
            _bytes += entry.Bytes;
            while (_waiting.Count > maxEvents || (_bytes > maxBytes && _waiting.Count > 1))
            {
                _bytes -= _waiting.Dequeue().Bytes;
            }

            _change?.TrySetResult();
        }
    }

    /// <summary>Takes the oldest event that waits, if there is one.</summary>
    public bool TryTake([NotNullWhen(true)] out RoomEntry? entry)
    {
        lock (_lock)
        {
            if (_waiting.TryDequeue(out entry))
            {
                _bytes -= entry.Bytes;
            }

            return entry is not null;
        }
    }

    /// <summary>Says that nothing follows what waits now.</summary>
    public void Complete()
    {
        lock (_lock)
        {
            _isComplete = true;
            _change?.TrySetResult();
        }
    }

    /// <summary>Sends what comes to the queue, until nothing follows: the one writer of a session's stream.</summary>
    /// <param name="last">The number after which the events of the queue follow.</param>
    /// <param name="stream">Sends events to the client.</param>
    /// <param name="stop">Cancelled when the session shall end.</param>
    /// <exception cref="OperationCanceledException">The session shall end.</exception>
    /// <exception cref="Grpc.Core.RpcException">The client takes nothing.</exception>
    public async Task SendAsync(long last, EventStream stream, CancellationToken stop)
    {
        while (await WaitAsync(stop))
        {
            while (TryTake(out var entry))
            {
                // In the place of what was dropped. The numbers of a room have no holes, so the count is exact.
                if (entry.Seq > last + 1)
                {
                    await stream.SendMissedAsync(entry.Seq - 1, entry.Seq - last - 1, stop);
                }

                await stream.SendAsync(entry, stop);
                last = entry.Seq;
            }

            // Only when nothing waits any more: what waited goes out together.
            await stream.FlushAsync(stop);
        }
    }

    /// <summary>Waits until there is something to take.</summary>
    /// <returns>False: nothing waits, and nothing follows.</returns>
    private async ValueTask<bool> WaitAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task change;
            lock (_lock)
            {
                if (_waiting.Count > 0 || _isComplete)
                {
                    return _waiting.Count > 0;
                }

                // Who says something must not go on with the work of those who hear it.
                _change = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                change = _change.Task;
            }

            await change.WaitAsync(cancellationToken);
        }
    }
}
