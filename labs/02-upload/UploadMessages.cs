using Google.Protobuf;
using Grpc.Core;
using Workshop.Files.V1;

namespace Workshop.Upload;

/// <summary>The messages of one upload, and every way in which they can stop coming.</summary>
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
    /// <exception cref="RpcException">CANCELLED: the client is gone. UNAVAILABLE: the server stops. DEADLINE_EXCEEDED: the
    /// client is silent, or sends nothing but empty chunks.</exception>
    public async ValueTask<bool> MoveNextAsync()
    {
        // TODO 02.6: stop waiting when the server stops, or nothing comes for idleTimeout; say which of the three it was.
        try
        {
            return await stream.MoveNext(Stop);
        }
        // What gRPC itself refuses has its status already.
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
