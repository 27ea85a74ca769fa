using Grpc.Core;
using Workshop.Files.V1;

namespace Workshop.Upload;

/// <summary>What metadata and chunks may say.</summary>
internal static class MessageContent
{
    /// <summary>Checks the declared size, before the upload begins.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: it is negative, or over the limit.</exception>
    public static void CheckMetadata(UploadMetadata metadata, UploadOptions options)
    {
        // TODO 02.6: refuse what the README's table lists, here and below.
        Unfinished.AcceptAll("TODO 02.6 is not done yet. See labs/02-upload/README.md.");
    }

    /// <summary>Checks a chunk, before it is appended.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: too much data, or a negative offset. OUT_OF_RANGE: it ends after the
    /// declared size. DATA_LOSS: the data does not match its checksum.</exception>
    public static void CheckChunk(FileChunk chunk, PendingUpload upload, UploadOptions options)
    {
        Unfinished.AcceptAll("TODO 02.6 is not done yet. See labs/02-upload/README.md.");
    }
}
