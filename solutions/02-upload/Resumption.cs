using Grpc.Core;
using Workshop.Files.V1;

namespace Workshop.Upload;

/// <summary>Continues an upload that was cut.</summary>
internal static class Resumption
{
    /// <summary>The response for a file that is complete already; null when there is something to receive.</summary>
    /// <exception cref="RpcException">NOT_FOUND: there is no such file. ALREADY_EXISTS: it is complete, but its SHA-256
    /// is not that of the metadata.</exception>
    public static UploadFileResponse? ResponseIfComplete(UploadMetadata metadata, string owner, FileStore store)
    {
        if (metadata.FileId.Length == 0 || store.Find(metadata.FileId, owner) is not { Sha256: { } sha256 } record)
        {
            return null;
        }

        // Perhaps the client did not get the response to its last attempt. It gets the same one now, whatever else it sends.
        return metadata.Sha256.Span.SequenceEqual(sha256) ? UploadResponses.Complete(record) : throw UploadErrors.AlreadyComplete();
    }

    /// <summary>Opens what the metadata asks for: a new upload, or one that was cut.</summary>
    /// <exception cref="RpcException">NOT_FOUND: there is no such upload. INVALID_ARGUMENT: name or size are not as before.
    /// ABORTED: another call is writing to it.</exception>
    public static async Task<PendingUpload> OpenAsync(
        UploadMetadata metadata, string owner, FileStore store, CancellationToken cancellationToken)
    {
        if (metadata.FileId.Length == 0)
        {
            return store.Begin(owner, metadata.Name, metadata.Size);
        }

        var record = store.Find(metadata.FileId, owner);
        if (record.Name != metadata.Name)
        {
            throw UploadErrors.MetadataChanged("name");
        }

        if (record.Size != metadata.Size)
        {
            throw UploadErrors.MetadataChanged("size");
        }

        return await store.ContinueAsync(record, cancellationToken);
    }

    /// <summary>The part of a chunk that is not stored yet.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: its offset is negative. OUT_OF_RANGE: it leaves a gap.</exception>
    public static ReadOnlyMemory<byte> NewBytes(FileChunk chunk, PendingUpload upload)
    {
        if (chunk.Offset < 0)
        {
            throw UploadErrors.OffsetNegative(chunk.Offset);
        }

        var known = upload.Length - chunk.Offset;
        return known < 0 ? throw UploadErrors.OffsetGap(chunk.Offset, upload.Length)
            : known >= chunk.Data.Length ? ReadOnlyMemory<byte>.Empty
            : chunk.Data.Memory[(int)known..];
    }
}
