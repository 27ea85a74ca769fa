using Grpc.Core;
using Workshop.Files.V1;

namespace Workshop.Upload;

/// <summary>Makes sure that what is stored is what was sent: the checksum of each chunk, the digest of the file. Then
/// publishes the file.</summary>
internal static class Integrity
{
    /// <exception cref="RpcException">DATA_LOSS: the data does not match its CRC-32C.</exception>
    public static void CheckChunk(FileChunk chunk)
    {
        if (Crc32C.Of(chunk.Data.Span) != chunk.Crc32C)
        {
            throw UploadErrors.ChecksumMismatch(chunk.Offset);
        }
    }

    /// <summary>Compares what arrived with the commit, and publishes the file in one step.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: they differ. ALREADY_EXISTS: there is a file of this id.</exception>
    public static async Task<UploadFileResponse> CommitAsync(PendingUpload upload, UploadCommit commit, FileStore store)
    {
        var sha256 = upload.Sha256();
        if (upload.Length != upload.Record.Size || upload.Length != commit.Size)
        {
            upload.Discard();
            throw UploadErrors.SizeMismatch(upload.Record.Size, upload.Length, commit.Size);
        }

        if (!commit.Sha256.Span.SequenceEqual(sha256))
        {
            upload.Discard();
            throw UploadErrors.DigestMismatch();
        }

        // Flush first: after a power cut, a published file must have all its bytes.
        await upload.FlushAsync();
        var record = upload.Record with { Sha256 = sha256 };
        store.WriteRecord(record);
        try
        {
            // A rename on one volume is one step: nobody ever sees half a file.
            File.Move(store.PartOf(record), store.PathOf(record), overwrite: false);
        }
        catch (IOException) when (File.Exists(store.PathOf(record)))
        {
            throw UploadErrors.AlreadyComplete();
        }

        return UploadResponses.Complete(record);
    }
}
