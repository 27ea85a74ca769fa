using Google.Rpc;
using Grpc.Core;
using Workshop.ServiceDefaults;

namespace Workshop.Tail;

/// <summary>When a stream that ended is worth another one.</summary>
/// <remarks>gRPC's own retries do not help: they end with the first message that comes.</remarks>
internal static class RetryRules
{
    /// <summary>How long to wait before the next attempt; null when another one is useless.</summary>
    /// <param name="failure">How the last stream ended.</param>
    /// <param name="failures">How many streams have ended since the last message came, this one included.</param>
    /// <param name="hasBegun">Whether any stream of this command brought anything.</param>
    /// <param name="options">How many retries are allowed.</param>
    public static TimeSpan? Delay(RpcException failure, int failures, bool hasBegun, TailCommandOptions options) =>
        !options.Request.Follow || failures > options.Retries || !IsTemporary(failure, hasBegun) ? null
        : RetryInfo(failure)?.RetryDelay?.ToTimeSpan() ?? Backoff.Delay(failures);

    /// <summary>Says that the stream is tried again, and waits.</summary>
    public static async Task WaitAsync(TimeSpan delay, RpcException failure, TextWriter error)
    {
        // What never reached a server carries the exception of the connection.
        await error.WriteLineAsync(failure.Status.DebugException is null
            ? $"The stream ended, and goes on: {failure.Status.Detail}"
            : "No server answers. Trying again.");
        await Task.Delay(delay);
    }

    private static bool IsTemporary(RpcException failure, bool hasBegun) => failure.StatusCode switch
    {
        // When nothing has come yet, nobody is there at all, and the user should know at once.
        StatusCode.Unavailable => hasBegun,
        StatusCode.DeadlineExceeded or StatusCode.Internal => true,
        StatusCode.ResourceExhausted => RetryInfo(failure) is not null || ErrorDomain.ReasonOf(failure) == "SLOW_READER",
        _ => false,
    };

    private static RetryInfo? RetryInfo(RpcException failure) => failure.GetRpcStatus()?.GetDetail<RetryInfo>();
}
