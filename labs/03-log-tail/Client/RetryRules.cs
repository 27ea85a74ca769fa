using Grpc.Core;
using Workshop.ServiceDefaults;

namespace Workshop.Tail;

/// <summary>When the client opens another stream after one that failed.</summary>
/// <remarks>gRPC's own retries do not help: they stop when the first message has come.</remarks>
internal static class RetryRules
{
    /// <summary>How long to wait before the next attempt; null when another one is useless, or one too many.</summary>
    /// <param name="failure">How the last stream ended.</param>
    /// <param name="failures">How many streams have failed since the last message came, this one included.</param>
    /// <param name="retries">How many retries in a row are allowed.</param>
    public static TimeSpan? Delay(RpcException failure, int failures, int retries) =>
        failures > retries || !IsTemporary(failure) ? null
        : RequestedWait.Of(failure) ?? Backoff.Delay(failures);

    /// <summary>Says that the client will try again, and waits.</summary>
    public static async Task WaitAsync(TimeSpan delay, RpcException failure, TextWriter error)
    {
        // When no server was reached, the status has the exception of the connection.
        await error.WriteLineAsync(failure.Status.DebugException is null
            ? $"The stream ended and will continue: {VisibleText.Of(failure.Status.Detail)}"
            : "No server answers. Trying again.");
        await Task.Delay(delay);
    }

    private static bool IsTemporary(RpcException failure) => failure.StatusCode switch
    {
        StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Internal => true,
        StatusCode.ResourceExhausted => RequestedWait.IsIn(failure) || ErrorDomain.ReasonOf(failure) == "SLOW_READER",
        _ => false,
    };
}
