namespace Workshop.Chat;

/// <summary>Sends what waits in a session's queue: the one writer of its stream.</summary>
internal static class MemberWriter
{
    /// <summary>Sends what comes to a queue, until nothing follows.</summary>
    /// <param name="last">The number after which the events of the queue follow.</param>
    /// <param name="queue">The queue.</param>
    /// <param name="stream">Sends events to the client.</param>
    /// <param name="stop">Cancelled when the session shall end.</param>
    /// <exception cref="OperationCanceledException">The session shall end.</exception>
    /// <exception cref="Grpc.Core.RpcException">The client takes nothing.</exception>
    public static async Task SendAsync(long last, MemberQueue queue, EventStream stream, CancellationToken stop)
    {
        while (await queue.WaitAsync(stop))
        {
            while (queue.TryTake(out var entry))
            {
                // In the place of what was dropped. The numbers of a room have no holes, so the count is exact.
                if (entry.Seq > last + 1)
                {
                    await stream.SendMissedAsync(entry.Seq - 1, entry.Seq - last - 1);
                }

                await stream.SendAsync(entry);
                last = entry.Seq;
            }

            // Only when nothing waits any more: what waited goes out together.
            await stream.FlushAsync();
        }
    }
}
