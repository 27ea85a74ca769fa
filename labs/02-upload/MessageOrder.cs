using Grpc.Core;
using Kind = Workshop.Files.V1.UploadFileRequest.PayloadOneofCase;

namespace Workshop.Upload;

/// <summary>The order of the messages of one upload: metadata, chunks, and at most one commit, which is the last.</summary>
internal sealed class MessageOrder
{
    /// <summary>Checks the next message, and remembers it.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: it must not come here.</exception>
    public void Check(Kind next)
    {
        // TODO 02.5: remember the last message, and refuse what must not follow it, here and at the end of the stream.
        Unfinished.AcceptAll("TODO 02.5 is not done yet. See labs/02-upload/README.md.");
    }

    /// <summary>Checks the end of the stream.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: there was no message.</exception>
    public void CheckEnd()
    {
        Unfinished.AcceptAll("TODO 02.5 is not done yet. See labs/02-upload/README.md.");
    }
}
