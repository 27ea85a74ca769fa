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
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION: another message came, or none. DEADLINE_EXCEEDED: nothing came in time.
    /// </exception>
    /// <exception cref="OperationCanceledException">The session shall end.</exception>
    public static async Task<Join> ReadAsync(
        IncomingMessages<ChatRequest> messages, TimeSpan limit, TimeProvider time, CancellationToken stop)
    {
        using var timeout = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stop);
        try
        {
            return await messages.NextAsync(either.Token) && messages.Current.Join is { } join ? join : throw ChatErrors.JoinFirst();
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            throw ChatErrors.JoinTooLate(limit);
        }
    }
}
