using Google.Protobuf.WellKnownTypes;
using Workshop.Chat.V1;

namespace Workshop.Chat;

/// <summary>What happens in a room, in one order for everybody.</summary>
/// <remarks>One lock protects the numbers, the history and the list of queues. Work under it is short and never waits, because every member
/// who says something needs it.</remarks>
public sealed class RoomLog(RoomHistory history, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly List<IFollower> _queues = [];
    private long _last;

    /// <summary>Numbers an event, keeps it, and offers it to all queues.</summary>
    /// <returns>Its number: one more than that of the event before.</returns>
    public long Publish(RoomEvent happened)
    {
        happened.Time = time.GetUtcNow().ToTimestamp();
        // Outside the lock: to measure a long text takes long.
        var entry = new RoomEntry(happened);
        lock (_lock)
        {
            entry.Seq = ++_last;
            history.Add(entry);
            foreach (var queue in _queues)
            {
                queue.Offer(entry);
            }

            return entry.Seq;
        }
    }

    /// <summary>Adds a queue. The snapshot has the events before, the queue gets those after: none is lost between them, none comes twice.
    /// </summary>
    public RoomSnapshot Follow(IFollower queue)
    {
        lock (_lock)
        {
            _queues.Add(queue);
            return history.Snapshot();
        }
    }

    /// <summary>Removes a queue. One that is not there is no problem.</summary>
    public void Leave(IFollower queue)
    {
        lock (_lock)
        {
            _queues.Remove(queue);
        }
    }
}
