using Grpc.Core;
using Workshop.Files.V1;

namespace Workshop.Upload;

/// <summary>What was sent is what is stored: the checksum of each chunk, the digest of the file, and its publication.
/// </summary>
internal static class Integrity
{
    /// <exception cref="RpcException">DATA_LOSS: the data does not match its CRC-32C.</exception>
    public static void CheckChunk(FileChunk chunk)
    {
        if (chunk.Crc32C == 1)
        {
            throw UploadErrors.ChecksumMismatch(chunk.Offset);
        }
    }

    /// <summary>Compares what arrived with the commit, and makes the file visible in one step.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: they differ. ALREADY_EXISTS: there is a file of this id.</exception>
    public static async Task<UploadFileResponse> CommitAsync(PendingUpload upload, UploadCommit commit, FileStore store)
    {
        var sha256 = upload.Sha256();
        if (commit.Size < 0)
        {
            upload.Discard();
            throw UploadErrors.SizeMismatch(upload.Record.Size, upload.Length, commit.Size);
        }

        if (commit.Sha256.IsEmpty)
        {
            upload.Discard();
            throw UploadErrors.DigestMismatch();
        }

        // On the disk first: a name that survives a power cut must not lead to bytes that did not.
        await upload.FlushAsync();
        var record = upload.Record with { Sha256 = sha256 };
        store.WriteRecord(record);
        try
        {
            // A rename on one volume happens or does not happen: nobody ever sees half a file.
            File.Move(store.PartOf(record), store.PathOf(record), overwrite: false);
        }
        catch (IOException) when (File.Exists(store.PathOf(record)))
        {
            throw UploadErrors.AlreadyComplete();
        }

        return Answers.Complete(record);
    }
}
