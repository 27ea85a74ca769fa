namespace Workshop.Upload;

/// <summary>All log lines of the server, except the one per call.</summary>
/// <remarks>There is none per chunk: a file of 1 GiB has 16,384 chunks.</remarks>
internal static partial class UploadLog
{
    [LoggerMessage(1, LogLevel.Information, "Upload {FileId} ended with {Reason} after {Bytes} of {Size} bytes")]
    public static partial void Ended(this ILogger logger, Guid fileId, string reason, long bytes, long size);

    [LoggerMessage(2, LogLevel.Error, "The storage failed")]
    public static partial void StorageFailed(this ILogger logger, Exception exception);

    [LoggerMessage(3, LogLevel.Information, "Removed {Count} abandoned uploads")]
    public static partial void Swept(this ILogger logger, int count);

    [LoggerMessage(4, LogLevel.Error, "Abandoned uploads could not be removed; the next attempt follows")]
    public static partial void SweepFailed(this ILogger logger, Exception exception);

    [LoggerMessage(5, LogLevel.Error, "The remains of upload {FileId} could not be removed; the next sweep tries again")]
    public static partial void TidyUpFailed(this ILogger logger, Guid fileId, Exception exception);
}
