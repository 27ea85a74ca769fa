using Grpc.Core;
using Workshop.ServiceDefaults;

namespace Workshop.Tail;

/// <summary>Waits between a stream that failed and the next one.</summary>
internal static class RetryWait
{
    /// <summary>Says that the client will try again, and waits.</summary>
    public static async Task WaitAsync(TimeSpan delay, RpcException failure, TextWriter error)
    {
        // When no server was reached, the status has the exception of the connection.
        await error.WriteLineAsync(failure.Status.DebugException is null
            ? $"The stream ended and will continue: {VisibleText.Of(failure.Status.Detail)}"
            : "No server answers. Trying again.");
        await Task.Delay(delay);
    }
}
