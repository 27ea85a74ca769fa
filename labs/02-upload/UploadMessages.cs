using Google.Protobuf;
using Grpc.Core;
using Workshop.Files.V1;

namespace Workshop.Upload;

/// <summary>Reads the messages of one upload, and stops for one of three reasons.</summary>
internal sealed class UploadMessages(
    IAsyncStreamReader<UploadFileRequest> stream,
    TimeSpan idleTimeout,
    CancellationToken clientGone,
    CancellationToken serverStopping) : IDisposable
{
    public UploadFileRequest Current => stream.Current;

    /// <summary>Cancelled when no more messages are wanted.</summary>
    public CancellationToken Stop => clientGone;

    /// <summary>Waits for the next message. False: the client closed the stream.</summary>
    /// <exception cref="RpcException">CANCELLED: the client disconnected. UNAVAILABLE: the server stops.
    /// DEADLINE_EXCEEDED: the client sends nothing, or only empty chunks.</exception>
    public async ValueTask<bool> MoveNextAsync()
    {
        // TODO 02.6: stop waiting when the client is gone, the server stops, or idleTimeout passes; refuse with the reason.
        try
        {
            return await stream.MoveNext(Stop);
        }
        // A refusal by gRPC itself has its status already.
        catch (Exception exception) when (exception is not (RpcException or InvalidProtocolBufferException))
        {
            throw new RpcException(new Status(
                StatusCode.Unimplemented, "TODO 02.6 is not done yet. See labs/02-upload/README.md."));
        }
    }

    public void Dispose()
    {
    }
}
