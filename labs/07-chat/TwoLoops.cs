using Grpc.Core;

namespace Workshop.Chat;

/// <summary>Reads and writes at the same time.</summary>
public static class TwoLoops
{
    /// <summary>Runs both loops until both have ended. The first fault of one ends the other, too.</summary>
    /// <param name="read">Reads what the client sends. Ends without a fault when the client says goodbye; then the other loop sends the rest.
    /// </param>
    /// <param name="write">Sends events to the client.</param>
    /// <param name="stop">Cancelled when the session shall end.</param>
    /// <exception cref="Exception">The first fault.</exception>
    public static Task RunAsync(
        Func<CancellationToken, Task> read, Func<CancellationToken, Task> write, CancellationToken stop)
    {
        // TODO 07.4: start both loops. When one has failed, end the other one, wait for it, and throw the first fault.
        throw new RpcException(new Status(
            StatusCode.Unimplemented, "TODO 07.4 is not done yet. See labs/07-chat/README.md."));
    }
}
