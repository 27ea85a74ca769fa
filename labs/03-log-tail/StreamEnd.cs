using Grpc.Core;

namespace Workshop.Tail;

/// <summary>Why and when a stream ends.</summary>
internal sealed class StreamEnd(CancellationToken clientGone, CancellationToken serverStopping) : IDisposable
{
    /// <summary>Cancelled when the stream shall end.</summary>
    public CancellationToken Token => clientGone;

    /// <summary>Why it ended: CANCELLED for a client that is gone, UNAVAILABLE when the server stops.</summary>
    /// <param name="cursor">Where the client can continue.</param>
    public RpcException Reason(string cursor) =>
        serverStopping.IsCancellationRequested ? Stopping(cursor) : TailErrors.ClientGone();

    public void Dispose()
    {
    }

    // TODO 03.9: return UNAVAILABLE, with the cursor; and let Token be cancelled when the server stops, too.
    private static RpcException Stopping(string cursor) => new(new Status(
        StatusCode.Unimplemented, "TODO 03.9 is not done yet. See labs/03-log-tail/README.md."));
}
