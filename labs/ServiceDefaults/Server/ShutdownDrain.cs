using Grpc.Core;
using Microsoft.Extensions.Hosting;

namespace Workshop.ServiceDefaults;

/// <summary>When the server stops, lets the calls that end because of it send their status before Kestrel closes their
/// connections.</summary>
/// <remarks>Otherwise some clients see a broken connection instead of UNAVAILABLE. A client that does not read takes no
/// status, and must not delay the stop: the wait is at most half a second.</remarks>
public sealed class ShutdownDrain(IHostApplicationLifetime lifetime) : IHostedLifecycleService
{
    // A client that has not taken its status by then will not take it later.
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(5);

    // A response is completed when Kestrel has it. No event says that it is on the wire: on a busy machine, that is a moment later.
    private static readonly TimeSpan Flush = TimeSpan.FromMilliseconds(50);

    private int _running;

    /// <summary>Counts a call from now on until its status was sent, or its client was gone.</summary>
    public void Track(ServerCallContext context)
    {
        Interlocked.Increment(ref _running);
        context.GetHttpContext().Response.OnCompleted(() =>
        {
            Interlocked.Decrement(ref _running);
            return Task.CompletedTask;
        });
    }

    /// <summary>Runs before the server's own stop, which closes the connections.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        // The host says it only after this method, and the calls wait for it. To say it twice does no harm.
        lifetime.StopApplication();
        if (Volatile.Read(ref _running) == 0)
        {
            return;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (Volatile.Read(ref _running) > 0 && await timer.WaitForNextTickAsync(limit.Token))
            {
            }

            await Task.Delay(Flush, limit.Token);
        }
        catch (OperationCanceledException)
        {
            // The time limit was reached, this one or the host's.
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
