using Grpc.Core;

namespace Workshop.Tail;

/// <summary>Reads the log, and goes on where it was when a stream ends that should not have.</summary>
internal sealed class FollowingReader(TailStream tail, LogPrinter printer, TailCommandOptions options, TextWriter error)
{
    /// <summary>Shows what was asked for; with --follow, for ever.</summary>
    /// <exception cref="RpcException">The server refused, or does not come back.</exception>
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
                    // Not before it was shown: what is behind the cursor is never asked for again.
                    request.Since = message.Entry?.Timestamp ?? request.Since;
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
