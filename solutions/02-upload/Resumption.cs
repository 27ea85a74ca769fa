using Grpc.Core;
using Workshop.Files.V1;

namespace Workshop.Upload;

/// <summary>Continues an upload that was cut.</summary>
internal static class Resumption
{
    /// <summary>Opens an unfinished upload at its end.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: name or size are not as before. ABORTED: another call is writing to
    /// it.</exception>
    public static async Task<PendingUpload> ContinueAsync(
        UploadMetadata metadata, FileRecord record, FileStore store, CancellationToken cancellationToken)
    {
        if (metadata.Name != record.Name)
        {
            throw UploadErrors.MetadataChanged("name");
        }

        if (metadata.Size != record.Size)
        {
            throw UploadErrors.MetadataChanged("size");
        }

        return await store.ContinueAsync(record, cancellationToken);
    }

    /// <summary>The part of a chunk that is not stored yet.</summary>
    /// <exception cref="RpcException">OUT_OF_RANGE: it leaves a gap.</exception>
    public static ReadOnlyMemory<byte> NewBytes(FileChunk chunk, PendingUpload upload)
    {
        var stored = upload.Length - chunk.Offset;
        return stored < 0 ? throw UploadErrors.OffsetGap(chunk, upload)
            : stored >= chunk.Data.Length ? ReadOnlyMemory<byte>.Empty
            : chunk.Data.Memory[(int)stored..];
    }
}
