using Grpc.Core;

namespace Workshop.Tail;

/// <summary>What ends a stream that would go on for ever.</summary>
internal sealed class StreamEnd(CancellationToken clientGone, CancellationToken serverStopping) : IDisposable
{
    // No token of the call fires when the server stops.
    private readonly CancellationTokenSource _source = CancellationTokenSource.CreateLinkedTokenSource(clientGone, serverStopping);

    /// <summary>Cancelled when the stream shall end.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Why it ended: CANCELLED for a client that went away, UNAVAILABLE when the server stops.</summary>
    /// <param name="cursor">Where the client can go on.</param>
    public RpcException Reason(string cursor) =>
        serverStopping.IsCancellationRequested ? TailErrors.ServerStopping(cursor) : TailErrors.ClientGone();

    public void Dispose() => _source.Dispose();
}
