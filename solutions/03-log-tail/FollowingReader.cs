using Grpc.Core;

namespace Workshop.Tail;

/// <summary>Reads the log. When a stream fails, continues after the last message.</summary>
internal sealed class FollowingReader(TailStream tail, LogPrinter printer, TailCommandOptions options, TextWriter error)
{
    /// <summary>Shows the entries that the user asked for; with --follow, without end.</summary>
    /// <exception cref="RpcException">The server refused, or did not come back.</exception>
    public async Task RunAsync()
    {
        var request = options.Request.Clone();
        var failures = 0;
        var hasBegun = false;
        while (true)
        {
            try
            {
                await foreach (var message in tail.ReadAsync(request, CancellationToken.None))
                {
                    await printer.PrintAsync(message);
                    // After it was shown, not before: entries before the cursor do not come again.
                    request.AfterCursor = message.Cursor;
                    hasBegun = true;
                    failures = 0;
                }

                return;
            }
            catch (RpcException failure) when (RetryRules.Delay(failure, ++failures, hasBegun, options) is { } delay)
            {
                await RetryRules.WaitAsync(delay, failure, error);
            }
        }
    }
}
