namespace Workshop.Runner.Grading;

/// <summary>Keeps a process of checks ready for the next save: started and warmed up while the student reads and types.</summary>
/// <param name="root">The workshop's folder.</param>
internal sealed class ReadyChecks(string root) : IAsyncDisposable
{
    private CheckProcess? _ready;

    private BuiltChecks? _expected;

    private CheckRun? _left;

    /// <summary>The ready process, if it is one for this program; else a new one, which starts cold.</summary>
    public async Task<CheckProcess> TakeAsync(BuiltChecks built)
    {
        var ready = Interlocked.Exchange(ref _ready, null);
        if (ready?.Program == built.Program)
        {
            return ready;
        }

        await EndAsync(ready);
        return CheckProcess.Start(root, built, ready: false);
    }

    /// <summary>Says what the next run will need.</summary>
    public void Expect(BuiltChecks built) => _expected = built;

    /// <summary>Leaves a run to be ended: nobody waits for that before the verdict is shown.</summary>
    public ValueTask LeaveAsync(CheckRun run) => EndAsync(Interlocked.Exchange(ref _left, run));

    /// <summary>Ends what the last run left, and starts what the next one will need.</summary>
    public async Task PrepareAsync()
    {
        await EndAsync(Interlocked.Exchange(ref _left, null));
        if (Interlocked.Exchange(ref _expected, null) is { } built)
        {
            await EndAsync(Interlocked.Exchange(ref _ready, CheckProcess.Start(root, built, ready: true)));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync(Interlocked.Exchange(ref _left, null));
        await EndAsync(Interlocked.Exchange(ref _ready, null));
    }

    private static ValueTask EndAsync(IAsyncDisposable? process) => process?.DisposeAsync() ?? ValueTask.CompletedTask;
}
