using Grpc.Core;

namespace Workshop.Tail;

/// <summary>Why and when a stream ends.</summary>
internal sealed class StreamEnd(CancellationToken clientGone, CancellationToken serverStopping) : IDisposable
{
    // No token of the call is cancelled when the server stops.
    private readonly CancellationTokenSource _source = CancellationTokenSource.CreateLinkedTokenSource(clientGone, serverStopping);

    /// <summary>Cancelled when the stream shall end.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Why it ended: CANCELLED for a client that is gone, UNAVAILABLE when the server stops.</summary>
    /// <param name="cursor">Where the client can continue.</param>
    public RpcException Reason(string cursor) =>
        serverStopping.IsCancellationRequested ? TailErrors.ServerStopping(cursor) : TailErrors.ClientGone();

    public void Dispose() => _source.Dispose();
}
