using System.Diagnostics;
using Grpc.Core;
using Workshop.Harness;

namespace Workshop.Checks;

/// <summary>Does something before and after the first snapshots that are taken outside the hub's lock, for calls that are marked. Under
/// the lock it has no chance: it waits for the lock itself.</summary>
internal sealed class SnapshotMoment : IDisposable
{
    // Long enough on a busy machine. Under the lock each time takes so long, so there are few.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly ActivityTraceId _trace = ActivityTraceId.CreateRandom();
    private readonly ActivityListener _listener;
    private int _left;

    public SnapshotMoment(Func<Task> act, int times)
    {
        _left = times;
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Workshop.Tail",
            // Other servers of this process take snapshots at the same time.
            Sample = (ref ActivityCreationOptions<ActivityContext> activity) =>
                activity.TraceId == _trace ? ActivitySamplingResult.AllData : ActivitySamplingResult.None,
            ActivityStarted = _ => Act(act),
            ActivityStopped = _ => Act(act),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>Marks a call whose snapshots count.</summary>
    public Metadata Mark(Metadata headers) => TraceMark.On(headers, _trace);

    public void Dispose() => _listener.Dispose();

    private void Act(Func<Task> act)
    {
        if (Interlocked.Decrement(ref _left) >= 0)
        {
            Task.Run(act).Wait(Patience);
        }
    }
}
