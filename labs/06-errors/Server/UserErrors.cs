using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Workshop.ServiceDefaults;

namespace Workshop.Errors;

/// <summary>The domain of the service's errors, and the refusals that are given.</summary>
internal static class UserErrors
{
    /// <summary>What <see cref="ResourceInfo.ResourceType"/> says of a user.</summary>
    public const string UserType = "workshop.users.v3.User";

    /// <summary>Makes all errors of the service.</summary>
    public static readonly ErrorDomain Domain = new("users.workshop.example");

    private static readonly TimeSpan WaitForPlace = TimeSpan.FromSeconds(1);

    public static RpcException MessageUnreadable() => Domain.Error(
        StatusCode.InvalidArgument, "MESSAGE_UNREADABLE", "The message is not the one that this call takes: its bytes cannot be parsed.");

    public static RpcException MetadataUnreadable() => Domain.Error(
        StatusCode.InvalidArgument,
        "METADATA_UNREADABLE",
        "The metadata cannot be read. A key has small letters, digits, '.', '_' and '-'; the value of one that ends with -bin is base64.");

    /// <remarks>Nobody receives it, because the client is gone. The server's log shows it.</remarks>
    public static RpcException ClientGone() => new(new Grpc.Core.Status(StatusCode.Cancelled, "The client did not wait for the answer."));

    public static RpcException TooManyStreams(int most) => Domain.Error(
        StatusCode.ResourceExhausted,
        "TOO_MANY_STREAMS",
        $"As many streams are open as are allowed at once: {most}. Try again in {WaitForPlace.TotalSeconds:0} s.",
        details: new RetryInfo { RetryDelay = WaitForPlace.ToDuration() });

    public static RpcException ServerStopping() => Domain.Error(
        StatusCode.Unavailable, "SERVER_STOPPING", "The server stops. No user of a batch was stored, and a page ends here: try again.");

    public static RpcException ListTooSlow(TimeSpan limit) => Domain.Error(
        StatusCode.DeadlineExceeded,
        "LIST_TOO_SLOW",
        FormattableString.Invariant($"Nothing was read for {limit.TotalSeconds} s. Read faster, or ask for smaller pages."));

    public static RpcException UsersFull(int maxUsers)
    {
        var sentence = $"There are {maxUsers} users, and no more are taken. Delete one first.";
        return Domain.Error(StatusCode.ResourceExhausted, "USERS_FULL", sentence, details: new QuotaFailure
        {
            Violations = { new QuotaFailure.Types.Violation { Subject = "users", Description = sentence } },
        });
    }

    public static RpcException BatchInvalid(string problem) => Domain.InvalidArgument(
        "BATCH_INVALID", "user", $"{problem} Send 1 to {UsersOptions.MaxBatchUsers} users, of {UsersOptions.MaxBatchBytes} bytes together.");

    public static RpcException BatchTooSlow(TimeSpan limit) => Domain.Error(
        StatusCode.DeadlineExceeded, "BATCH_TOO_SLOW", FormattableString.Invariant($"The stream was not closed in {limit.TotalSeconds} s. No user was stored."));

    /// <summary>LIST_INVALID, with each field that must change.</summary>
    public static RpcException ListInvalid(IReadOnlyList<BadRequest.Types.FieldViolation> violations) => Domain.Error(
        StatusCode.InvalidArgument,
        "LIST_INVALID",
        string.Join(" ", violations.Select(violation => violation.Description)),
        details: new BadRequest { FieldViolations = { violations } });
}
