using Grpc.Core;

namespace Workshop.Chat;

/// <summary>What is done about a member who does not read.</summary>
/// <param name="limit">How long it may take nothing.</param>
/// <param name="time">The server's clock.</param>
internal sealed class SlowMember(TimeSpan limit, TimeProvider time)
{
    /// <summary>Waits until the client takes what was flushed.</summary>
    /// <param name="flush">Ends when the client takes it.</param>
    /// <param name="stream">The client's stream.</param>
    /// <param name="stop">Cancelled when the session shall end.</param>
    /// <exception cref="OperationCanceledException">The session shall end.</exception>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED: the client took nothing in time, and is kicked.</exception>
    public async Task WaitAsync(Task flush, EventStream stream, CancellationToken stop)
    {
        try
        {
            await flush.WaitAsync(limit, time, stop);
        }
        catch (TimeoutException)
        {
            // TODO 07.7: kick the member: a last event, and RESOURCE_EXHAUSTED.
            throw new RpcException(new Status(
                StatusCode.Unimplemented, "TODO 07.7 is not done yet. See labs/07-chat/README.md."));
        }
    }
}
