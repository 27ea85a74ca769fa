using Grpc.Core;
using Workshop.Logs.V1;
using Start = Workshop.Logs.V1.StreamLogsRequest.StartOneofCase;

namespace Workshop.Tail;

/// <summary>Sends the entries that are stored when a stream begins.</summary>
internal sealed class StoredEntries(TailOptions options)
{
    /// <summary>Sends the entries that a request asks for, oldest first; then that these were all.</summary>
    /// <param name="records">The entries that are stored, oldest first.</param>
    /// <param name="end">The position after the newest of them.</param>
    /// <param name="request">The client's request.</param>
    /// <param name="filter">The filter of the request.</param>
    /// <param name="writer">Sends messages to the client.</param>
    public Task SendAsync(IEnumerable<LogRecord> records, Cursor end, StreamLogsRequest request, LogFilter filter, TailWriter writer)
    {
        // TODO 03.1: send each record; then StreamMessages.CaughtUp.
        throw new RpcException(new Status(
            StatusCode.Unimplemented, "TODO 03.1 is not done yet. See labs/03-log-tail/README.md."));
    }
}
