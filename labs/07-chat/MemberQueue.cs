using System.Diagnostics.CodeAnalysis;
using Grpc.Core;

namespace Workshop.Chat;

/// <summary>The events that wait to be sent in one session, and the loop that sends them. Any thread adds events; one takes them out.</summary>
internal sealed class MemberQueue(int maxEvents, long maxBytes) : IFollower
{
    private readonly Lock _lock = new();
    private readonly Queue<RoomEntry> _waiting = new();
    private TaskCompletionSource? _change;
    private bool _isComplete;

    /// <summary>Adds an event. Never waits: while there are too many, or too many bytes, the oldest is dropped. The newest stays.</summary>
    public void Offer(RoomEntry entry)
    {
        lock (_lock)
        {
            // TODO 07.3: let it wait, unless the queue is complete; drop the oldest ones while there are more than `maxEvents`, or more
            // than `maxBytes`.
            _change?.TrySetResult();
        }
    }

    /// <summary>Takes the oldest event that waits, if there is one.</summary>
    public bool TryTake([NotNullWhen(true)] out RoomEntry? entry)
    {
        lock (_lock)
        {
            return _waiting.TryDequeue(out entry);
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
    /// <exception cref="RpcException">The client takes nothing.</exception>
    public Task SendAsync(long last, EventStream stream, CancellationToken stop)
    {
        // Task 07.3 as well: while something may follow, send what waits, with what was missed in its place, and flush when nothing waits.
        throw new RpcException(new Status(
            StatusCode.Unimplemented, "TODO 07.3 is not done yet. See labs/07-chat/README.md."));
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
