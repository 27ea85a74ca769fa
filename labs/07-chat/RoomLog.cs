using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Workshop.Chat.V1;

namespace Workshop.Chat;

/// <summary>What happens in a room, in one order for everybody.</summary>
/// <remarks>One lock protects the numbers, the history and the list of queues. Work under it is short and never waits, because every member
/// who says something needs it.</remarks>
public sealed class RoomLog(RoomHistory history, TimeProvider time)
{
    /// <summary>Numbers an event, keeps it, and offers it to all queues.</summary>
    /// <returns>Its number: one more than that of the event before.</returns>
    public long Publish(RoomEvent happened)
    {
        happened.Time = time.GetUtcNow().ToTimestamp();
        // Outside the lock: to measure a long text takes long.
        var entry = new RoomEntry(happened);
        // TODO 07.2: under one lock, set entry.Seq to the next number, add the entry to the history, and offer it to every queue.
        throw new RpcException(new Status(
            StatusCode.Unimplemented, "TODO 07.2 is not done yet. See labs/07-chat/README.md."));
    }

    /// <summary>Adds a queue. The snapshot has the events before, the queue gets those after: none is lost between them, none comes twice.
    /// </summary>
    public RoomSnapshot Follow(IFollower queue)
    {
        // Task 07.2 as well: under the same lock, add the queue to a list, and take the snapshot. Let Leave remove it.
        return history.Snapshot();
    }

    /// <summary>Removes a queue. One that is not there is no problem.</summary>
    public void Leave(IFollower queue)
    {
    }
}
