using Grpc.Core;
using Workshop.Logs.V1;
using Workshop.ServiceDefaults;

namespace Workshop.Tail;

/// <summary>Reads the log of a server, and shows it.</summary>
internal sealed class LogReader(
    LogService.LogServiceClient client, Metadata headers, LogPrinter printer, TailCommandOptions options, TextWriter error)
{
    private int _failures;

    /// <summary>Shows the entries that the user asked for; with --follow, without end.</summary>
    /// <exception cref="RpcException">The server refused, or did not come back.</exception>
    public Task RunAsync()
    {
        var request = options.Request.Clone();
        return request.Follow ? FollowAsync(request) : ReadAsync(request);
    }

    private async Task ReadAsync(StreamLogsRequest request)
    {
        // To dispose the call is to cancel it: the server notices at once that nobody reads any more.
        using var call = client.StreamLogs(request, headers);
        await foreach (var message in call.ResponseStream.ReadAllAsync())
        {
            await printer.PrintAsync(message);
            request.AfterCursor = message.Cursor;
            _failures = 0;
        }
    }

    private async Task FollowAsync(StreamLogsRequest request)
    {
        while (true)
        {
            try
            {
                await ReadAsync(request);
                return;
            }
            catch (RpcException failure) when (StreamRetries.Delay(failure, ++_failures, options.Retries) is { } delay)
            {
                await RetryWait.WaitAsync(delay, failure, error);
            }
        }
    }
}
