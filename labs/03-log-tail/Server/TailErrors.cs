using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Workshop.Logs.V1;
using Workshop.ServiceDefaults;

namespace Workshop.Tail;

/// <summary>The statuses that a call can end with.</summary>
internal static class TailErrors
{
    private static readonly ErrorDomain Errors = new("logs.workshop.example");
    private static readonly TimeSpan WaitForPlace = TimeSpan.FromSeconds(1);

    public static RpcException TailLinesNegative(int lines) => Errors.InvalidArgument(
        "TAIL_LINES_NEGATIVE", "tail_lines", $"tail_lines is {lines}. Ask for 0 or more.");

    public static RpcException SinceInvalid() => Errors.InvalidArgument(
        "SINCE_INVALID", "since", "since is not a time between the years 1 and 9999.");

    public static RpcException LevelUnknown(Level level, string field) => Errors.InvalidArgument(
        "LEVEL_UNKNOWN", field, $"{field} is {(int)level}, which is no level that this server knows.");

    public static RpcException CountOutside(int count, int most) => Errors.InvalidArgument(
        "COUNT_OUTSIDE", "count", $"count is {count}. Write 1 to {most} entries at once.");

    public static RpcException TextTooLong(string field, int length, int most) => Errors.InvalidArgument(
        "TEXT_TOO_LONG", field, $"{field} has {length} characters. Give {most} or fewer.");

    public static RpcException PropertiesTooMany(int count, int most) => Errors.InvalidArgument(
        "PROPERTIES_TOO_MANY", "properties", $"There are {count} properties. Give {most} or fewer.");

    public static RpcException PropertyNameBlank() => Errors.InvalidArgument(
        "PROPERTY_NAME_BLANK", "properties", "A property has no name. Give it one.");

    public static RpcException PropertyNameReserved(string name) => Errors.InvalidArgument(
        "PROPERTY_NAME_RESERVED", "properties", $"A property has the name {name}, which is the source's. Give it another one.");

    public static RpcException CursorInvalid() => Errors.InvalidArgument(
        "CURSOR_INVALID", "after_cursor", "after_cursor is no cursor of this server. Give one as it came, or none.");

    /// <remarks>Only for requests with strict; others get a gap.</remarks>
    public static RpcException CursorExpired(Cursor oldest) => Errors.Error(
        StatusCode.OutOfRange,
        "CURSOR_EXPIRED",
        "Entries after the cursor are no longer kept. Begin without a cursor, or without strict.",
        At($"{oldest}"));

    public static RpcException TooManyStreams(int most) => Errors.Error(
        StatusCode.ResourceExhausted,
        "TOO_MANY_STREAMS",
        $"As many streams are open as are allowed at once: {most}. Try again in {WaitForPlace.TotalSeconds:0} s.",
        null,
        new RetryInfo { RetryDelay = Duration.FromTimeSpan(WaitForPlace) });

    public static RpcException SlowReader(TimeSpan limit, string cursor) => Errors.Error(
        StatusCode.ResourceExhausted,
        "SLOW_READER",
        $"Nothing was read for {limit.TotalSeconds:0.###} s. Read faster, or ask for less.",
        At(cursor));

    public static RpcException FellBehind(string cursor) => Errors.Error(
        StatusCode.ResourceExhausted,
        "SLOW_READER",
        "The next entry is gone: more is logged than was read. Read faster, or ask for less.",
        At(cursor));

    public static RpcException ServerStopping(string cursor) => Errors.Error(
        StatusCode.Unavailable, "SERVER_STOPPING", "The server stops. Go on after the cursor when it is back.", At(cursor));

    /// <remarks>Nobody receives it, because the client is gone. The server's log shows it.</remarks>
    public static RpcException ClientGone() => Errors.Error(StatusCode.Cancelled, "CLIENT_GONE", "The client went away.");

    public static RpcException NotAuthenticated() => Errors.Error(
        StatusCode.Unauthenticated, "TOKEN_NOT_KNOWN", "This server wants a token that it knows: authorization: Bearer TOKEN.");

    public static RpcException NotAllowed() => Errors.Error(
        StatusCode.PermissionDenied, "WRITE_NOT_ALLOWED", "This token may read the log, not write to it.");

    private static Dictionary<string, string> At(string cursor) =>
        cursor.Length == 0 ? [] : new() { ["cursor"] = cursor };
}
