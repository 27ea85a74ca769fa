using Grpc.Core;
using Kind = Workshop.Files.V1.UploadFileRequest.PayloadOneofCase;

namespace Workshop.Upload;

/// <summary>The order of the messages of one upload: metadata, chunks, and at most one commit, which is the last.</summary>
internal sealed class MessageOrder
{
    private Kind _last = Kind.None;

    /// <summary>Checks the next message, and remembers it.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: it must not come here.</exception>
    public void Check(Kind next) => _last = (_last, next) switch
    {
        // First of all: this server does not know what the message means, so it must not skip it.
        (_, Kind.None) => throw UploadErrors.PayloadUnknown(),
        (Kind.None, not Kind.Metadata) => throw UploadErrors.MetadataNotFirst(next),
        (Kind.Commit, _) => throw UploadErrors.MessageAfterCommit(next),
        (not Kind.None, Kind.Metadata) => throw UploadErrors.MetadataRepeated(),
        _ => next,
    };

    /// <summary>Checks the end of the stream.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: there was no message.</exception>
    public void CheckEnd()
    {
        if (_last is Kind.None)
        {
            throw UploadErrors.StreamEmpty();
        }
    }
}
