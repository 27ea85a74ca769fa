using Grpc.Core;

namespace Workshop.Tail;

/// <summary>What ends a stream that would go on for ever.</summary>
internal sealed class StreamEnd(CancellationToken clientGone, CancellationToken serverStopping) : IDisposable
{
    // TODO 03.6: a token that fires when the client has gone; and Reason says ClientGone.
    /// <summary>Cancelled when the stream shall end.</summary>
    public CancellationToken Token => CancellationToken.None;

    /// <summary>Why it ended: CANCELLED for a client that went away, UNAVAILABLE when the server stops.</summary>
    /// <param name="cursor">Where the client can go on.</param>
    public RpcException Reason(string cursor) =>
        serverStopping.IsCancellationRequested ? Stopping(cursor)
        : new RpcException(new Status(
            StatusCode.Unimplemented, "TODO 03.6 is not done yet. See labs/03-log-tail/README.md."));

    public void Dispose()
    {
    }

    // TODO 03.8: let the token fire when the server stops, too; and say UNAVAILABLE, with the cursor.
    private static RpcException Stopping(string cursor) => new(new Status(
        StatusCode.Unimplemented, "TODO 03.8 is not done yet. See labs/03-log-tail/README.md."));
}
