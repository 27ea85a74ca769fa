using Grpc.Core;

namespace Workshop.Tail;

/// <summary>Why and when a stream ends.</summary>
internal sealed class StreamEnd(CancellationToken clientGone, CancellationToken serverStopping) : IDisposable
{
    // TODO 03.6: a token that is cancelled when the client has gone; and Reason returns ClientGone.
    /// <summary>Cancelled when the stream shall end.</summary>
    public CancellationToken Token => CancellationToken.None;

    /// <summary>Why it ended: CANCELLED for a client that is gone, UNAVAILABLE when the server stops.</summary>
    /// <param name="cursor">Where the client can continue.</param>
    public RpcException Reason(string cursor) =>
        serverStopping.IsCancellationRequested ? Stopping(cursor)
        : new RpcException(new Status(
            StatusCode.Unimplemented, "TODO 03.6 is not done yet. See labs/03-log-tail/README.md."));

    public void Dispose()
    {
    }

    // TODO 03.8: cancel the token also when the server stops; return UNAVAILABLE, with the cursor.
    private static RpcException Stopping(string cursor) => new(new Status(
        StatusCode.Unimplemented, "TODO 03.8 is not done yet. See labs/03-log-tail/README.md."));
}
