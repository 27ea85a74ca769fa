using Grpc.Core;
using Workshop.Chat.V1;

namespace Workshop.Chat;

/// <summary>Why and how a session ends.</summary>
public sealed class SessionEnd(CancellationToken clientGone, CancellationToken serverStopping) : IDisposable
{
    // No token of the call is cancelled when the server stops.
    private readonly CancellationTokenSource _source = CancellationTokenSource.CreateLinkedTokenSource(clientGone, serverStopping);

    /// <summary>Cancelled when the session shall end at once.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Ends a session whose client has said all: after <c>leave</c>, or when it has closed its side. What waits in the queue is still
    /// sent, with the member's own <c>left</c> behind it.</summary>
    internal static void SayGoodbye(IDisposable attendance, MemberQueue queue)
    {
        attendance.Dispose();
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

        stream?.HoldKicked(Kicked.Types.Reason.ServerStopping);
        return ChatErrors.ServerStopping(stream?.LastSeq ?? 0);
    }

    public void Dispose() => _source.Dispose();
}
