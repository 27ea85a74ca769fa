using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Workshop.ServiceDefaults;

namespace Workshop.Chat;

/// <summary>The statuses that a call can end with.</summary>
internal static class ChatErrors
{
    private static readonly ErrorDomain Errors = new("chat.workshop.example");
    private static readonly TimeSpan WaitForPlace = TimeSpan.FromSeconds(1);

    public static RpcException TokenMissing() => Errors.Error(
        StatusCode.Unauthenticated, "TOKEN_MISSING", "This call needs a token: authorization: Bearer TOKEN. `dotnet run -- token NAME` makes one.");

    public static RpcException TokenInvalid() => Errors.Error(
        StatusCode.Unauthenticated, "TOKEN_INVALID", "The token is not one of this server. `dotnet run -- token NAME` makes one.");

    public static RpcException TokenExpired() => Errors.Error(
        StatusCode.Unauthenticated, "TOKEN_EXPIRED", "The token is too old. `dotnet run -- token NAME` makes a new one.");

    public static RpcException TooManyStreams(string problem) => Full("TOO_MANY_STREAMS", problem);

    public static RpcException RoomFull(int most) => Full("ROOM_FULL", $"The room has as many calls as are allowed at once: {most}.");

    public static RpcException TooManyRooms(int most) => Full("TOO_MANY_ROOMS", $"There are as many rooms as are allowed at once: {most}.");

    public static RpcException MessageUnreadable() => Errors.Error(
        StatusCode.InvalidArgument, "MESSAGE_UNREADABLE", "The message is not the one that this call takes: its bytes cannot be parsed.");

    public static RpcException RoomInvalid(string field) => Errors.InvalidArgument(
        "ROOM_INVALID", field, $"The room has no valid name: {Names.Rule}.");

    public static RpcException RoomChanged() => Errors.InvalidArgument(
        "ROOM_CHANGED", "room", "The message names another room than the first one. Open a call for each room.");

    public static RpcException NothingSent() => Errors.InvalidArgument(
        "NOTHING_SENT", "room", "The stream ended before its first message. Send one with a room and a text.");

    public static RpcException HistoryOutside(string field, int history) => Errors.InvalidArgument(
        "HISTORY_OUTSIDE", field, $"history is {history}. Ask for 0 or more.");

    public static RpcException ResumeInvalid(string field, string sentence) => Errors.InvalidArgument("RESUME_INVALID", field, sentence);

    public static RpcException EventMissing() => Errors.InvalidArgument(
        "EVENT_MISSING", "event", "The message is none of join, say and leave.");

    public static RpcException TextInvalid(string field, int bytes, int most, long? said)
    {
        var sentence = bytes == 0 ? "The text is empty." : $"The text has {bytes} bytes. Say {most} or fewer.";
        return Errors.Error(
            StatusCode.InvalidArgument,
            "TEXT_INVALID",
            sentence,
            said is { } count ? Fact("said", count) : null,
            new BadRequest { FieldViolations = { new BadRequest.Types.FieldViolation { Field = field, Description = sentence } } });
    }

    public static RpcException JoinFirst() => Errors.Error(
        StatusCode.FailedPrecondition, "JOIN_FIRST", "The first message of a session is `join`.");

    public static RpcException JoinedAlready() => Errors.Error(
        StatusCode.FailedPrecondition, "JOINED_ALREADY", "A session is in one room. Open another call for another room.");

    public static RpcException JoinTooLate(TimeSpan limit) => Errors.Error(
        StatusCode.DeadlineExceeded, "JOIN_TOO_LATE", FormattableString.Invariant($"No `join` came within {limit.TotalSeconds} s."));

    public static RpcException SendTooSlow(TimeSpan limit) => Errors.Error(
        StatusCode.DeadlineExceeded, "SEND_TOO_SLOW", FormattableString.Invariant($"No message came for {limit.TotalSeconds} s. Close the stream when all is said."));

    /// <param name="limit">How long the client took nothing.</param>
    /// <param name="lastSeq">The number of the last event that was sent.</param>
    public static RpcException SlowReader(TimeSpan limit, long lastSeq) => Errors.Error(
        StatusCode.ResourceExhausted,
        "SLOW_READER",
        FormattableString.Invariant($"Nothing was read for {limit.TotalSeconds} s. Read faster, and resume."),
        Fact("last_seq", lastSeq));

    /// <param name="lastSeq">The number of the last event that was sent.</param>
    public static RpcException ServerStopping(long lastSeq) => Errors.Error(
        StatusCode.Unavailable, "SERVER_STOPPING", "The server stops. Resume when it is back.", Fact("last_seq", lastSeq));

    /// <remarks>Nobody receives it, because the client is gone. The server's log shows it.</remarks>
    public static RpcException ClientGone() => Errors.Error(StatusCode.Cancelled, "CLIENT_GONE", "The client went away.");

    private static RpcException Full(string reason, string problem) => Errors.Error(
        StatusCode.ResourceExhausted,
        reason,
        $"{problem} Try again in {WaitForPlace.TotalSeconds:0} s.",
        null,
        new RetryInfo { RetryDelay = WaitForPlace.ToDuration() });

    private static Dictionary<string, string> Fact(string key, long value) =>
        new() { [key] = value.ToString(CultureInfo.InvariantCulture) };
}
