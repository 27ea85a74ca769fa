namespace Workshop.Upload;

/// <summary>When the server stops, lets the calls that end because of it answer before their connections are closed.
/// </summary>
/// <remarks>Otherwise the two race, and some clients see a broken connection instead of UNAVAILABLE.</remarks>
internal sealed class LastAnswers(IHostApplicationLifetime lifetime) : IHostedLifecycleService
{
    // Whoever does not take its answer by then would not take it later.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(5);

    private int _expected;

    /// <summary>Counts a call until its answer was sent.</summary>
    public void Expect(HttpContext call)
    {
        Interlocked.Increment(ref _expected);
        call.Response.OnCompleted(() =>
        {
            Interlocked.Decrement(ref _expected);
            return Task.CompletedTask;
        });
    }

    /// <summary>Runs before the server's own stop, which closes the connections.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        lifetime.StopApplication();
        using var limit = new CancellationTokenSource(Limit);
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (Volatile.Read(ref _expected) > 0 && await timer.WaitForNextTickAsync(limit.Token))
            {
            }
        }
        catch (OperationCanceledException)
        {
            // They had their time.
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
