using Grpc.Core;
using Workshop.Files.V1;

namespace Workshop.Upload;

/// <summary>The order of the messages of one upload: metadata, chunks, and at most one commit, which is the last.</summary>
internal sealed class MessageOrder
{
    private static RpcException NotDone => new(new Status(
        StatusCode.Unimplemented, "TODO 02.2 is not done yet. See labs/02-upload/README.md."));

    /// <summary>Checks the next message, and remembers it.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: it must not come at this place.</exception>
    public void Check(UploadFileRequest message)
    {
        // TODO 02.2: remember the last message, refuse what must not follow it; call both methods from UploadReceiver.
        throw NotDone;
    }

    /// <summary>Checks the end of the stream.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: there was no message.</exception>
    public void CheckEnd() => throw NotDone;
}
