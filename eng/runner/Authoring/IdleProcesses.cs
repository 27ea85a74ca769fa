using System.Collections.Concurrent;
using Workshop.Runner.Grading;

namespace Workshop.Runner.Authoring;

/// <summary>Processes of checks that wait for their next run. What is warm once stays warm.</summary>
/// <param name="root">The workshop's folder.</param>
/// <param name="built">What they run.</param>
internal sealed class IdleProcesses(string root, BuiltChecks built) : IAsyncDisposable
{
    private readonly ConcurrentBag<CheckProcess> _idle = [];

    public CheckProcess Take() => _idle.TryTake(out var warm) ? warm : CheckProcess.Start(root, built, ready: false);

    public void GiveBack(CheckProcess process) => _idle.Add(process);

    public async ValueTask DisposeAsync()
    {
        while (_idle.TryTake(out var process))
        {
            await process.DisposeAsync();
        }
    }
}
