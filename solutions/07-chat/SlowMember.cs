using Workshop.Chat.V1;

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
    /// <exception cref="Grpc.Core.RpcException">RESOURCE_EXHAUSTED: the client took nothing in time, and is kicked.</exception>
    public async Task WaitAsync(Task flush, EventStream stream, CancellationToken stop)
    {
        try
        {
            await flush.WaitAsync(limit, time, stop);
        }
        catch (TimeoutException)
        {
            stream.HoldKicked(Kicked.Types.Reason.SlowReader);
            throw ChatErrors.SlowReader(limit, stream.LastSeq);
        }
    }
}
