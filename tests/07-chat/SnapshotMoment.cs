using System.Diagnostics;

namespace Workshop.Checks;

/// <summary>Does something before and after a snapshot of a room, where it is taken outside the room's lock. Under the lock it has no
/// chance: it waits for the lock itself.</summary>
internal sealed class SnapshotMoment : IDisposable
{
    // Long enough on a busy machine. Under the lock each time takes so long, so there are few.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    private readonly ActivityListener _listener;
    private int _left;

    public SnapshotMoment(string roomId, Func<Task> act, int times)
    {
        _left = times;
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Workshop.Chat",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = trace => Act(trace, roomId, act),
            ActivityStopped = trace => Act(trace, roomId, act),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose() => _listener.Dispose();

    private void Act(Activity trace, string roomId, Func<Task> act)
    {
        if (trace.GetTagItem("room") as string == roomId && Interlocked.Decrement(ref _left) >= 0)
        {
            Task.Run(act).Wait(Patience);
        }
    }
}
