using Grpc.Core;
using Workshop.ServiceDefaults;

namespace Workshop.Chat;

/// <summary>When the client opens another session after one that failed.</summary>
/// <remarks>gRPC's own retries do not help: they stop when the first message has come.</remarks>
internal static class RetryRules
{
    /// <summary>How long to wait before the next attempt; null when another one is useless, or one too many.</summary>
    /// <param name="failure">How the last session ended.</param>
    /// <param name="failures">How many have failed since the last event came, this one included.</param>
    /// <param name="retries">How many retries in a row are allowed.</param>
    public static TimeSpan? Delay(RpcException failure, int failures, int retries) =>
        failures > retries || !IsTemporary(failure) ? null
        : RequestedWait.Of(failure) ?? Backoff.Delay(failures);

    /// <summary>What to say to the user.</summary>
    public static string Sentence(RpcException failure) => failure.Status.DebugException is null
        ? $"--- The session ended and will continue: {VisibleText.Of(failure.Status.Detail)}"
        : "--- The connection broke. Trying again.";

    /// <summary>Whether another attempt may go better.</summary>
    public static bool IsTemporary(RpcException failure) => failure.StatusCode switch
    {
        StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Internal => true,
        StatusCode.ResourceExhausted => RequestedWait.IsIn(failure) || ErrorDomain.ReasonOf(failure) == "SLOW_READER",
        _ => false,
    };
}
