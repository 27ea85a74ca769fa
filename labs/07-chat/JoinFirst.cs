using Grpc.Core;
using Workshop.Chat.V1;

namespace Workshop.Chat;

/// <summary>The first message of a session.</summary>
public static class JoinFirst
{
    /// <summary>Waits for the first message, which has to be <c>join</c>.</summary>
    /// <param name="messages">What the client sends.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="time">The server's clock.</param>
    /// <param name="stop">Cancelled when the session shall end.</param>
    /// <exception cref="RpcException">FAILED_PRECONDITION: another message came, or none. DEADLINE_EXCEEDED: nothing came in time.
    /// </exception>
    /// <exception cref="OperationCanceledException">The session shall end.</exception>
    public static Task<Join> ReadAsync(
        IncomingMessages<ChatRequest> messages, TimeSpan limit, TimeProvider time, CancellationToken stop)
    {
        // TODO 07.1: wait for the first message, but no longer than `limit`; and refuse what is not `join`.
        throw new RpcException(new Status(
            StatusCode.Unimplemented, "TODO 07.1 is not done yet. See labs/07-chat/README.md."));
    }
}
