using System.Diagnostics;

namespace Workshop.Checks;

/// <summary>Does something before and after each snapshot that is taken outside the hub's lock. Under the lock it has no chance: it
/// waits for the lock itself.</summary>
internal sealed class SnapshotMoment : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    private readonly ActivityListener _listener;

    public SnapshotMoment(Func<Task> act)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Workshop.Tail",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = _ => Task.Run(act).Wait(Patience),
            ActivityStopped = _ => Task.Run(act).Wait(Patience),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose() => _listener.Dispose();
}
