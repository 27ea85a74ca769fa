using Grpc.Core;
using Workshop.Files.V1;

namespace Workshop.Upload;

/// <summary>Continues an upload that was cut.</summary>
internal static class Resumption
{
    private static RpcException NotDone => new(new Status(
        StatusCode.Unimplemented, "TODO 02.7 is not done yet. See labs/02-upload/README.md."));

    /// <summary>The response for a file that is complete already; null when there is something to receive.</summary>
    /// <exception cref="RpcException">NOT_FOUND: there is no such file. ALREADY_EXISTS: it is complete, but its SHA-256
    /// is not that of the metadata.</exception>
    public static UploadFileResponse? ResponseIfComplete(UploadMetadata metadata, string owner, FileStore store)
    {
        // TODO 02.7: write this method and the two below; call all three from UploadReceiver.
        throw NotDone;
    }

    /// <summary>Opens what the metadata asks for: a new upload, or one that was cut.</summary>
    /// <exception cref="RpcException">NOT_FOUND: there is no such upload. INVALID_ARGUMENT: name or size are not as before.
    /// ABORTED: another call is writing to it.</exception>
    public static Task<PendingUpload> OpenAsync(
        UploadMetadata metadata, string owner, FileStore store, CancellationToken cancellationToken) => throw NotDone;

    /// <summary>The part of a chunk that is not stored yet.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: its offset is negative. OUT_OF_RANGE: it leaves a gap.</exception>
    public static ReadOnlyMemory<byte> NewBytes(FileChunk chunk, PendingUpload upload) => throw NotDone;
}
