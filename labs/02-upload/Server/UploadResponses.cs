using Google.Protobuf;
using Workshop.Files.V1;

namespace Workshop.Upload;

/// <summary>Makes the responses of uploads that were not refused.</summary>
internal static class UploadResponses
{
    /// <summary>The stream ended without a commit: what arrived is kept, and can be continued.</summary>
    public static UploadFileResponse Unfinished(PendingUpload upload) => new()
    {
        FileId = upload.Record.Id.ToString(),
        CommittedSize = upload.Length,
    };

    /// <summary>The file is stored.</summary>
    public static UploadFileResponse Complete(FileRecord record) => new()
    {
        FileId = record.Id.ToString(),
        CommittedSize = record.Size,
        Complete = true,
        Sha256 = ByteString.CopyFrom(record.Sha256),
    };
}
