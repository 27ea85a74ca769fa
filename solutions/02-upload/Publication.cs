using Grpc.Core;
using Workshop.Files.V1;

namespace Workshop.Upload;

/// <summary>Makes a complete file of an upload, or refuses it.</summary>
internal static class Publication
{
    /// <summary>Compares what came with what the client commits, and publishes the file in one step.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: they differ. The caller removes the upload.</exception>
    public static async Task<UploadFileResponse> CommitAsync(PendingUpload upload, UploadCommit commit, FileStore store)
    {
        var declared = upload.Record.Size;
        if (upload.Length != declared || commit.Size != declared)
        {
            throw UploadErrors.SizeMismatch(declared, upload.Length, commit.Size);
        }

        var sha256 = upload.Sha256();
        if (!commit.Sha256.Span.SequenceEqual(sha256))
        {
            throw UploadErrors.DigestMismatch();
        }

        // Flush first: after a power cut, a published file must have all its bytes.
        await upload.FlushAsync();
        // The record before the file: whoever sees a file finds its record.
        var record = upload.Record with { Sha256 = sha256 };
        store.WriteRecord(record);
        // A rename on one volume is one step: nobody ever sees half a file.
        File.Move(store.PartOf(record), store.PathOf(record), overwrite: false);
        return UploadResponses.Complete(record);
    }
}
