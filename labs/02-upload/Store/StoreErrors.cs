using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace Workshop.Upload;

/// <summary>The statuses that depend on the state of the server and its store, not on the message.</summary>
internal static class StoreErrors
{
    // COR_E_IO, without an error number of the system: .NET throws it when it cannot reserve the space for a new file.
    private const int NoSpaceToReserve = unchecked((int)0x80131620);

    private static readonly TimeSpan WaitForSlot = TimeSpan.FromSeconds(1);

    public static RpcException NotAuthenticated() => UploadErrors.Errors.Error(
        StatusCode.Unauthenticated, "TOKEN_NOT_KNOWN", "This server wants a token that it knows: authorization: Bearer TOKEN.");

    /// <remarks>The same for an id that does not exist and for one of another owner: a caller who guesses ids learns
    /// nothing.</remarks>
    public static RpcException NotFound() => UploadErrors.Errors.Error(
        StatusCode.NotFound, "FILE_NOT_FOUND", "There is no such file.");

    /// <remarks>Only the owner of the upload gets this one.</remarks>
    public static RpcException Expired(TimeSpan timeToLive) => UploadErrors.Errors.Error(
        StatusCode.NotFound, "EXPIRED", $"The upload was abandoned for more than {timeToLive:g}, and removed. Begin again.");

    public static RpcException OffsetOutside(long offset, long size) => UploadErrors.Errors.Error(
        StatusCode.OutOfRange, "OFFSET_OUTSIDE", $"The offset is {offset}, and the file has {size} bytes.");

    public static RpcException TooManyCalls(int maxConcurrent) => UploadErrors.Errors.Error(
        StatusCode.ResourceExhausted,
        "TOO_MANY_CALLS",
        $"As many of your calls are running as are allowed at once, or as many of all: {maxConcurrent}. Try again in {WaitForSlot.TotalSeconds:0} s.",
        null,
        new RetryInfo { RetryDelay = Duration.FromTimeSpan(WaitForSlot) });

    public static RpcException QuotaExceeded(long bytes, long free) => Exhausted(
        "QUOTA_EXCEEDED", $"{bytes} bytes are to be stored, and there is room for {free}. Remove files, or ask for more room.");

    public static RpcException TooManyFiles(int maxFiles) => Exhausted(
        "TOO_MANY_FILES", $"You have {maxFiles} files, and cannot have more; unfinished uploads count. Remove files first.");

    public static RpcException DiskFull() => Exhausted(
        "DISK_FULL", "The server's disk is full. The upload was given up: try again when there is room.");

    /// <summary>A failure of the storage, as a status that says nothing about the server's folders.</summary>
    public static RpcException Fault(Exception exception) => IsDiskFull(exception)
        ? DiskFull()
        : UploadErrors.Errors.Error(StatusCode.Internal, "STORAGE_FAULT", "The server could not store or read the file. Its log says why.");

    public static bool IsDiskFull(Exception exception) =>
        exception is IOException && (exception.HResult == NoSpaceToReserve || IsDiskFull(exception.HResult & 0xFFFF));

    // ENOSPC and EDQUOT where error numbers are those of POSIX; ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL on Windows.
    private static bool IsDiskFull(int code) =>
        OperatingSystem.IsWindows() ? code is 0x70 or 0x27 : code is 28 or 122 or 69;

    private static RpcException Exhausted(string reason, string sentence) => UploadErrors.Errors.Error(
        StatusCode.ResourceExhausted,
        reason,
        sentence,
        null,
        new QuotaFailure { Violations = { new QuotaFailure.Types.Violation { Subject = "store", Description = sentence } } });
}
