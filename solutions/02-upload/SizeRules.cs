using Grpc.Core;
using Workshop.Files.V1;

namespace Workshop.Upload;

/// <summary>The limits for the sizes of files and chunks.</summary>
internal static class SizeRules
{
    /// <summary>Checks the declared size, before any data is read.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: it is negative, or over the limit.</exception>
    public static void CheckMetadata(UploadMetadata metadata, UploadOptions options)
    {
        if (metadata.Size < 0)
        {
            throw UploadErrors.SizeNegative(metadata.Size);
        }

        if (metadata.Size > options.MaxBytes)
        {
            throw UploadErrors.FileTooLarge(metadata.Size, options.MaxBytes);
        }
    }

    /// <summary>Checks the size of a chunk, and that it stays within the declared size.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: it has too many bytes. OUT_OF_RANGE: it ends after the declared
    /// size, and the upload is discarded.</exception>
    public static void CheckChunk(FileChunk chunk, PendingUpload upload, UploadOptions options)
    {
        if (chunk.Data.Length > options.MaxChunkBytes)
        {
            throw UploadErrors.ChunkTooLarge(chunk.Data.Length, options.MaxChunkBytes);
        }

        // Not offset + length > size: with an offset near the largest long, the sum would overflow and be negative.
        if (chunk.Offset > upload.Record.Size - chunk.Data.Length)
        {
            upload.Discard();
            throw UploadErrors.PastDeclaredSize(chunk.Offset, chunk.Data.Length, upload.Record.Size);
        }
    }
}
