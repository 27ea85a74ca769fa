using Google.Protobuf;
using Grpc.Core;
using Workshop.Files.V1;

namespace Workshop.Upload;

/// <summary>Waits for the messages of one upload, and stops for one of three reasons.</summary>
internal sealed class MessageWait(
    IAsyncStreamReader<UploadFileRequest> stream,
    IdleLimit idle,
    CancellationToken clientGone,
    CancellationToken serverStopping) : IDisposable
{
    private readonly CancellationTokenSource _stop =
        CancellationTokenSource.CreateLinkedTokenSource(clientGone, serverStopping, idle.Reached);

    /// <summary>The message that came last.</summary>
    public UploadFileRequest Current => stream.Current;

    /// <summary>Cancelled for each of the three reasons.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>Waits for the next message. False: the client closed the stream.</summary>
    /// <exception cref="RpcException">CANCELLED: the client disconnected. UNAVAILABLE: the server stops.
    /// DEADLINE_EXCEEDED: there was no progress for too long.</exception>
    public async ValueTask<bool> MoveNextAsync()
    {
        idle.Start();
        try
        {
            return await stream.MoveNext(_stop.Token);
        }
        // A message that gRPC cannot read is another matter: it has its status already.
        catch (Exception exception) when (exception is not (RpcException or InvalidProtocolBufferException))
        {
            // The type of the exception does not tell the reason: for a client that disconnected it is an IOException, a
            // cancellation, or another one. The tokens do.
            throw serverStopping.IsCancellationRequested ? UploadErrors.ServerStopping()
                : idle.Reached.IsCancellationRequested ? UploadErrors.IdleTimeout(idle.Limit)
                : UploadErrors.ClientGone();
        }
        finally
        {
            idle.Pause();
        }
    }

    public void Dispose() => _stop.Dispose();
}
