using Grpc.Core;
using Workshop.Logs.V1;
using Workshop.ServiceDefaults;

namespace Workshop.Tail;

/// <summary>Reads the log of a server, and shows it.</summary>
internal sealed class LogReader(
    LogService.LogServiceClient client, Metadata headers, LogPrinter printer, TailCommandOptions options, TextWriter error)
{
    /// <summary>Shows the entries that the user asked for; with --follow, without end.</summary>
    /// <exception cref="RpcException">The server refused, or did not come back.</exception>
    public Task RunAsync() => ReadAsync(options.Request.Clone());

    private Task ReadAsync(StreamLogsRequest request)
    {
        // TODO 03.2: open the stream with client.StreamLogs, and print each message as it comes.
        throw new RpcException(new Status(
            StatusCode.Unimplemented, "TODO 03.2 is not done yet. See labs/03-log-tail/README.md."));
    }

    private Task FollowAsync(StreamLogsRequest request)
    {
        // TODO 03.10: read, and read on after a failure, as StreamRetries allows; and call this in RunAsync for a request with follow.
        throw new RpcException(new Status(
            StatusCode.Unimplemented, "TODO 03.10 is not done yet. See labs/03-log-tail/README.md."));
    }
}
