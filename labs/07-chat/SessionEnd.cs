using Grpc.Core;

namespace Workshop.Chat;

/// <summary>Why and how a session ends.</summary>
public sealed class SessionEnd(CancellationToken clientGone, CancellationToken serverStopping) : IDisposable
{
    /// <summary>Cancelled when the session shall end at once.</summary>
    public CancellationToken Token => clientGone;

    /// <summary>Ends a session whose client has said all: after <c>leave</c>, or when it has closed its side. What waits in the queue is still
    /// sent, with the member's own <c>left</c> behind it.</summary>
    internal static void SayGoodbye(IDisposable attendance, MemberQueue queue)
    {
        // TODO 07.8: the member goes; nothing follows what waits now, and it is still sent. This here loses it.
        while (queue.TryTake(out _))
        {
        }

        queue.Complete();
    }

    /// <summary>Why the session ended at once: CANCELLED for a client that is gone, UNAVAILABLE when the server stops.</summary>
    /// <param name="stream">The client's stream, which gets a last event when the server stops; null where there is none.</param>
    internal RpcException Reason(EventStream? stream)
    {
        if (!serverStopping.IsCancellationRequested)
        {
            return ChatErrors.ClientGone();
        }

        // Task 07.8 as well: a last event, `kicked`, and UNAVAILABLE; and let Token be cancelled when the server stops, too.
        return new RpcException(new Status(
            StatusCode.Unimplemented, "TODO 07.8 is not done yet. See labs/07-chat/README.md."));
    }

    public void Dispose()
    {
    }
}
