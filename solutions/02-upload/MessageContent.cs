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
        if (metadata.Size < 0)
        {
            throw UploadErrors.SizeNegative(metadata.Size);
        }

        if (metadata.Size > options.MaxBytes)
        {
            throw UploadErrors.FileTooLarge(metadata.Size, options.MaxBytes);
        }
    }

    /// <summary>Checks a chunk, before it is appended.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: too much data, or a negative offset. OUT_OF_RANGE: it ends after the
    /// declared size. DATA_LOSS: the data does not match its checksum.</exception>
    public static void CheckChunk(FileChunk chunk, PendingUpload upload, UploadOptions options)
    {
        if (chunk.Data.Length > options.MaxChunkBytes)
        {
            throw UploadErrors.ChunkTooLarge(chunk.Data.Length, options.MaxChunkBytes);
        }

        if (chunk.Offset < 0)
        {
            throw UploadErrors.OffsetNegative(chunk.Offset);
        }

        // Not offset + length > size: with an offset near the largest long, the sum would overflow and be negative.
        if (chunk.Offset > upload.Record.Size - chunk.Data.Length)
        {
            throw UploadErrors.PastDeclaredSize(chunk, upload);
        }

        if (Crc32C.Of(chunk.Data.Span) != chunk.Crc32C)
        {
            throw UploadErrors.ChecksumMismatch(chunk, upload);
        }
    }
}
