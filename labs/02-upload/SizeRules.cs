using Grpc.Core;
using Workshop.Files.V1;

namespace Workshop.Upload;

/// <summary>The limits for the sizes of files and chunks.</summary>
internal static class SizeRules
{
    private static RpcException NotDone => new(new Status(
        StatusCode.Unimplemented, "TODO 02.3 is not done yet. See labs/02-upload/README.md."));

    /// <summary>Checks the declared size, before any data is read.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: it is negative, or over the limit.</exception>
    public static void CheckMetadata(UploadMetadata metadata, UploadOptions options)
    {
        // TODO 02.3: refuse what is too large, here and below; call both methods from UploadReceiver.
        throw NotDone;
    }

    /// <summary>Checks the size of a chunk, and that it stays within the declared size.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: it has too many bytes. OUT_OF_RANGE: it ends after the declared
    /// size, and the upload is discarded.</exception>
    public static void CheckChunk(FileChunk chunk, PendingUpload upload, UploadOptions options) => throw NotDone;
}
