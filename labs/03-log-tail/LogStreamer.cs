using Grpc.Core;
using Workshop.Logs.V1;

namespace Workshop.Tail;

/// <summary>Sends log entries to clients, also to many at once: it has no state of its own.</summary>
internal sealed class LogStreamer(LogHub hub, TailOptions options)
{
    /// <summary>Sends the entries that a client asked for: stored ones, and with follow new ones, too.</summary>
    /// <param name="request">The client's request.</param>
    /// <param name="writer">Sends messages to the client.</param>
    /// <param name="stop">Cancelled when the stream shall end.</param>
    public async Task StreamAsync(StreamLogsRequest request, TailWriter writer, CancellationToken stop)
    {
        await SendHistoryAsync(hub.Snapshot(), request, writer);
    }

    private Task SendHistoryAsync(LogSnapshot snapshot, StreamLogsRequest request, TailWriter writer)
    {
        // TODO 03.1: send the stored entries that the request asks for, oldest first; then CaughtUp.
        throw new RpcException(new Status(
            StatusCode.Unimplemented, "TODO 03.1 is not done yet. See labs/03-log-tail/README.md."));
    }
}
