using Grpc.Core;
using Workshop.Files.V1;
using Workshop.ServiceDefaults;
using Kind = Workshop.Files.V1.UploadFileRequest.PayloadOneofCase;

namespace Workshop.Upload;

/// <summary>The statuses of uploads that end because of what the client sent.</summary>
/// <remarks>The code says what the caller should do. INVALID_ARGUMENT: correct the program, the same message will never be
/// accepted. OUT_OF_RANGE: continue at another offset. DATA_LOSS: send the chunk again. ABORTED: ask for the status, then
/// start again. The statuses of the store are in <see cref="StoreErrors"/>.</remarks>
internal static class UploadErrors
{
    /// <summary>Makes the errors of this service.</summary>
    public static readonly ErrorDomain Errors = new("files.workshop.example");

    public static RpcException StreamEmpty() => Errors.InvalidArgument(
        "STREAM_EMPTY", "metadata", "The stream ended without a message. Begin with the metadata.");

    public static RpcException MetadataNotFirst(Kind received) => Errors.InvalidArgument(
        "METADATA_NOT_FIRST", "metadata", $"The first message is a {NameOf(received)}. Begin with the metadata.");

    public static RpcException MetadataRepeated() => Errors.InvalidArgument(
        "METADATA_REPEATED", "metadata", "The metadata came twice. Send it once, as the first message.");

    public static RpcException MessageAfterCommit(Kind received) => Errors.InvalidArgument(
        "MESSAGE_AFTER_COMMIT", NameOf(received), $"After the commit came: {NameOf(received)}. Close the stream after the commit.");

    /// <remarks>An empty message, or a member of the oneof that is newer than this server. The server must not accept
    /// what it does not understand.</remarks>
    public static RpcException PayloadUnknown() => Errors.InvalidArgument(
        "PAYLOAD_UNKNOWN", "payload", "A message has no payload that this server knows. Send metadata, a chunk or a commit.");

    /// <remarks>gRPC itself refuses to read the message; here it gets a reason.</remarks>
    public static RpcException MessageTooLarge(int maxBytes) => Errors.Error(
        StatusCode.ResourceExhausted,
        "MESSAGE_TOO_LARGE",
        $"A message is larger than the server reads, {maxBytes} bytes: send more and smaller chunks.");

    public static RpcException MessageUnreadable() => Errors.InvalidArgument(
        "MESSAGE_UNREADABLE", "payload", "A message is not an UploadFileRequest: its bytes cannot be parsed.");

    public static RpcException NameNotAllowed(string problem) => Errors.InvalidArgument("NAME_NOT_ALLOWED", "metadata.name", problem);

    public static RpcException DigestLength(int length) => Errors.InvalidArgument(
        "SHA256_LENGTH", "metadata.sha256", $"The SHA-256 of the metadata has {length} bytes. Give 32, or none.");

    public static RpcException SizeNegative(long size) => Errors.InvalidArgument(
        "SIZE_NEGATIVE", "metadata.size", $"The declared size is {size} bytes. Declare 0 or more.");

    /// <remarks>Not RESOURCE_EXHAUSTED: clients retry that one, and waiting does not help here.</remarks>
    public static RpcException FileTooLarge(long size, long maxBytes) => Errors.InvalidArgument(
        "FILE_TOO_LARGE", "metadata.size", $"The declared size is {size} bytes. The limit is {maxBytes} bytes: send a smaller file.");

    public static RpcException ChunkTooLarge(int length, int maxBytes) => Errors.InvalidArgument(
        "CHUNK_TOO_LARGE", "chunk.data", $"A chunk has {length} bytes. The limit is {maxBytes} bytes: send more and smaller chunks.");

    public static RpcException OffsetNegative(long offset) => Errors.InvalidArgument(
        "OFFSET_NEGATIVE", "chunk.offset", $"The offset of a chunk is {offset}. Give the place of its first byte in the file.");

    public static RpcException PastDeclaredSize(FileChunk chunk, PendingUpload upload) => Errors.Error(
        StatusCode.OutOfRange,
        "PAST_DECLARED_SIZE",
        $"A chunk of {chunk.Data.Length} bytes at byte {chunk.Offset} ends after the declared size, {upload.Record.Size} bytes. Nothing of it was kept.",
        CommittedSize(upload));

    public static RpcException OffsetGap(FileChunk chunk, PendingUpload upload) => Errors.Error(
        StatusCode.OutOfRange,
        "OFFSET_GAP",
        $"A chunk begins at byte {chunk.Offset}, and {upload.Length} bytes are stored. Go on at byte {upload.Length}.",
        CommittedSize(upload));

    public static RpcException ChecksumMismatch(FileChunk chunk, PendingUpload upload) => Errors.Error(
        StatusCode.DataLoss,
        "CHECKSUM_MISMATCH",
        $"The chunk at byte {chunk.Offset} does not match its CRC-32C. Nothing of it was kept: send it again.",
        CommittedSize(upload));

    public static RpcException SizeMismatch(long declared, long received, long committed) => Errors.InvalidArgument(
        "SIZE_MISMATCH",
        "commit.size",
        $"{declared} bytes were declared, {received} received, and the commit says {committed}. Nothing was published.");

    public static RpcException DigestMismatch() => Errors.InvalidArgument(
        "DIGEST_MISMATCH", "commit.sha256", "What was received has another SHA-256 than the commit says. Nothing was published.");

    public static RpcException DigestContradicted() => Errors.InvalidArgument(
        "DIGEST_MISMATCH", "commit.sha256", "The commit has another SHA-256 than the metadata. Nothing was published.");

    public static RpcException MetadataChanged(string field) => Errors.InvalidArgument(
        "METADATA_CHANGED", $"metadata.{field}", $"The {field} is not the one that this upload began with. Repeat it as it was.");

    public static RpcException AnotherWriter() => Errors.Error(
        StatusCode.Aborted, "ANOTHER_WRITER", "Another call is writing to this file. Ask for its status before going on.");

    public static RpcException AlreadyComplete() => Errors.Error(
        StatusCode.AlreadyExists,
        "ALREADY_COMPLETE",
        "This file is complete, and not with the content of this SHA-256. Upload it as a new file.");

    /// <remarks>Nobody receives it, because the client is gone. The server's log shows it.</remarks>
    public static RpcException ClientGone() => Errors.Error(
        StatusCode.Cancelled, "CLIENT_GONE", "The client went away. What arrived is kept.");

    public static RpcException IdleTimeout(TimeSpan limit) => Errors.Error(
        StatusCode.DeadlineExceeded,
        "IDLE_TIMEOUT",
        $"There was no progress for {limit.TotalSeconds:0.##} s. What arrived is kept: go on from there.");

    public static RpcException DownloadIdle(TimeSpan limit) => Errors.Error(
        StatusCode.DeadlineExceeded, "IDLE_TIMEOUT", $"The client read nothing for {limit.TotalSeconds:0.##} s. Call again from its last offset.");

    public static RpcException ServerStopping() => Errors.Error(
        StatusCode.Unavailable, "SERVER_STOPPING", "The server stops. What arrived is kept: go on from there when it is back.");

    public static RpcException PageSizeNegative(int size) => Errors.InvalidArgument(
        "PAGE_SIZE_NEGATIVE", "page_size", $"The page size is {size}. Give 0 or more.");

    public static RpcException PageTokenUnknown() => Errors.InvalidArgument(
        "PAGE_TOKEN_UNKNOWN", "page_token", "The page token is not one of this server's. Begin with the first page.");

    // Where a client can go on.
    private static Dictionary<string, string> CommittedSize(PendingUpload upload) => new() { ["committed_size"] = $"{upload.Length}" };

    private static string NameOf(Kind kind) => kind.ToString().ToLowerInvariant();
}
