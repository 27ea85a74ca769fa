using Google.Rpc;
using Grpc.Core;
using Workshop.ServiceDefaults;

namespace Workshop.Upload;

/// <summary>When the client tries again after a call that failed.</summary>
/// <remarks>gRPC can retry by itself, but only as long as it can keep everything that was sent, 1 MiB by default: see
/// docs/02-upload.md.</remarks>
internal static class RetryRules
{
    /// <summary>How long to wait before the next attempt; null when another one is useless.</summary>
    /// <param name="failure">How the last attempt ended.</param>
    /// <param name="failures">How many attempts in a row failed without progress, this one included.</param>
    /// <param name="file">What is sent.</param>
    /// <param name="options">How many retries are allowed.</param>
    public static TimeSpan? Delay(RpcException failure, int failures, OutgoingFile file, ClientOptions options) =>
        failures > options.Retries || !IsTemporary(failure, file) ? null
        : RetryInfo(failure)?.RetryDelay?.ToTimeSpan() ?? Backoff.Delay(failures);

    /// <summary>Says that the upload will continue, and waits.</summary>
    public static async Task WaitAsync(TimeSpan delay, RpcException failure, TextWriter error)
    {
        await error.WriteLineAsync($"The upload was interrupted and will continue: {failure.Status.Detail}");
        await Task.Delay(delay);
    }

    private static bool IsTemporary(RpcException failure, OutgoingFile file) => failure.StatusCode switch
    {
        // Without an id, no server was ever reached: the user should know at once.
        StatusCode.Unavailable => file.FileId.Length > 0,
        StatusCode.Aborted or StatusCode.DeadlineExceeded or StatusCode.Internal or StatusCode.DataLoss => true,
        StatusCode.ResourceExhausted => RetryInfo(failure) is not null,
        _ => false,
    };

    private static RetryInfo? RetryInfo(RpcException failure) => failure.GetRpcStatus()?.GetDetail<RetryInfo>();
}
