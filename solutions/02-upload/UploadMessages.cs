using Google.Protobuf;
using Grpc.Core;
using Workshop.Files.V1;
using Kind = Workshop.Files.V1.UploadFileRequest.PayloadOneofCase;

namespace Workshop.Upload;

/// <summary>Reads the messages of one upload, and stops for one of three reasons.</summary>
internal sealed class UploadMessages(
    IAsyncStreamReader<UploadFileRequest> stream,
    TimeSpan idleTimeout,
    CancellationToken clientGone,
    CancellationToken serverStopping) : IDisposable
{
    // One for the whole call: one per message would make 16,384 sources and timers for 1 GiB.
    private readonly CancellationTokenSource _stop =
        CancellationTokenSource.CreateLinkedTokenSource(clientGone, serverStopping);

    private bool _progress = true;

    public UploadFileRequest Current => stream.Current;

    /// <summary>Cancelled when no more messages are wanted.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>Waits for the next message. False: the client closed the stream.</summary>
    /// <exception cref="RpcException">CANCELLED: the client disconnected. UNAVAILABLE: the server stops.
    /// DEADLINE_EXCEEDED: the client sends nothing, or only empty chunks.</exception>
    public async ValueTask<bool> MoveNextAsync()
    {
        // An empty chunk shows that the client is alive, but it is no progress: it does not restart the time limit.
        if (_progress)
        {
            _stop.CancelAfter(idleTimeout);
        }

        try
        {
            var more = await stream.MoveNext(_stop.Token);
            _progress = !more || Current is not { PayloadCase: Kind.Chunk, Chunk.Data.IsEmpty: true };
            if (_progress)
            {
                // The time that the server needs for the message does not count.
                _stop.CancelAfter(Timeout.InfiniteTimeSpan);
            }

            return more;
        }
        // The type of the exception does not tell the reason: for a client that disconnects it is an IOException, a
        // cancellation, or another one. A refusal by gRPC itself has its status already.
        catch (Exception exception) when (_stop.IsCancellationRequested || exception is not (RpcException or InvalidProtocolBufferException))
        {
            throw Interruption();
        }
    }

    public void Dispose() => _stop.Dispose();

    private RpcException Interruption() =>
        serverStopping.IsCancellationRequested ? UploadErrors.ServerStopping()
        : _stop.IsCancellationRequested && !clientGone.IsCancellationRequested ? UploadErrors.IdleTimeout(idleTimeout)
        : UploadErrors.ClientGone();
}
