using Grpc.Core;
using Workshop.Files.V1;

namespace Workshop.Upload;

/// <summary>Continues an upload that was cut.</summary>
internal static class Resumption
{
    private static RpcException NotDone => new(new Status(
        StatusCode.Unimplemented, "TODO 02.8 is not done yet. See labs/02-upload/README.md."));

    /// <summary>Opens an unfinished upload at its end.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: name or size are not as before. ABORTED: another call is writing to
    /// it.</exception>
    public static async Task<PendingUpload> ContinueAsync(
        UploadMetadata metadata, FileRecord record, FileStore store, CancellationToken cancellationToken)
    {
        // TODO 02.8: compare metadata and record, and continue; below, find out what is new of a chunk.
        throw NotDone;
    }

    /// <summary>The part of a chunk that is not stored yet.</summary>
    /// <exception cref="RpcException">OUT_OF_RANGE: it leaves a gap.</exception>
    public static ReadOnlyMemory<byte> NewBytes(FileChunk chunk, PendingUpload upload) =>
        chunk.Offset == upload.Length ? chunk.Data.Memory : throw NotDone;
}
