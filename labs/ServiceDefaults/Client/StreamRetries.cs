using Grpc.Core;

namespace Workshop.ServiceDefaults;

/// <summary>When a client opens another stream after one that failed.</summary>
/// <remarks>gRPC's own retries do not help: they stop when the first message has come
/// (https://github.com/grpc/proposal/blob/master/A6-client-retries.md).</remarks>
public static class StreamRetries
{
    /// <summary>How long to wait before the next attempt; null when another one is useless, or one too many.</summary>
    /// <param name="failure">How the last stream ended.</param>
    /// <param name="failures">How many streams have failed since the last message came, this one included.</param>
    /// <param name="retries">How many retries in a row are allowed.</param>
    public static TimeSpan? Delay(RpcException failure, int failures, int retries) =>
        failures > retries || !IsTemporary(failure) ? null
        : RequestedWait.Of(failure) ?? Backoff.Delay(failures);

    /// <summary>Whether another attempt may go better.</summary>
    public static bool IsTemporary(RpcException failure) => failure.StatusCode switch
    {
        StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Internal => true,
        StatusCode.ResourceExhausted => RequestedWait.IsIn(failure) || ErrorDomain.ReasonOf(failure) == "SLOW_READER",
        _ => false,
    };
}
