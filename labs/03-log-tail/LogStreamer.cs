using Grpc.Core;
using Workshop.Logs.V1;

namespace Workshop.Tail;

/// <summary>Tells one client after the other, or many at once, what the log says.</summary>
internal sealed class LogStreamer(LogHub hub, TailOptions options)
{
    /// <summary>Sends the entries that a client asked for: those that are kept, and with follow those that come.</summary>
    /// <param name="request">What it asked for.</param>
    /// <param name="writer">Sends messages to it.</param>
    /// <param name="stop">Cancelled when the stream shall end.</param>
    public async Task StreamAsync(StreamLogsRequest request, TailWriter writer, CancellationToken stop)
    {
        await SendHistoryAsync(hub.Snapshot(), request, writer);
    }

    private Task SendHistoryAsync(LogSnapshot snapshot, StreamLogsRequest request, TailWriter writer)
    {
        // TODO 03.1: send the entries that are kept, oldest first, from where the client wants to begin; then CaughtUp.
        throw new RpcException(new Status(
            StatusCode.Unimplemented, "TODO 03.1 is not done yet. See labs/03-log-tail/README.md."));
    }
}
