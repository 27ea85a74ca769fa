using Google.Protobuf;
using Grpc.Core;
using Workshop.Files.V1;
using Kind = Workshop.Files.V1.UploadFileRequest.PayloadOneofCase;

namespace Workshop.Upload;

/// <summary>The messages of one upload, and every way in which they can stop coming.</summary>
internal sealed class UploadMessages(
    IAsyncStreamReader<UploadFileRequest> stream,
    TimeSpan idleTimeout,
    CancellationToken clientGone,
    CancellationToken serverStopping) : IDisposable
{
    // One for the whole call: a source and a timer per message would be garbage, 16,384 times for 1 GiB.
    private readonly CancellationTokenSource _stop =
        CancellationTokenSource.CreateLinkedTokenSource(clientGone, serverStopping);

    private bool _progress = true;

    public UploadFileRequest Current => stream.Current;

    /// <summary>Cancelled when no more messages are wanted.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>Waits for the next message. False: the client closed the stream.</summary>
    /// <exception cref="RpcException">CANCELLED: the client is gone. UNAVAILABLE: the server stops. DEADLINE_EXCEEDED: the
    /// client is silent, or sends nothing but empty chunks.</exception>
    public async ValueTask<bool> MoveNextAsync()
    {
        // An empty chunk shows that the client is alive, not that it gets on: then the clock goes on from where it was.
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
                // What we do with the message is not the client's silence.
                _stop.CancelAfter(Timeout.InfiniteTimeSpan);
            }

            return more;
        }
        // Not by the type of the exception: a client that goes away shows as an IOException, or as a cancellation, or as
        // something else. What gRPC itself refuses has its status already.
        catch (Exception exception) when (_stop.IsCancellationRequested || exception is not (RpcException or InvalidProtocolBufferException))
        {
            return false;
        }
    }

    public void Dispose() => _stop.Dispose();

}
