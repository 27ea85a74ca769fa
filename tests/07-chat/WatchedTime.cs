using Workshop.Harness;

namespace Workshop.Checks;

/// <summary>A time that the check moves, and that tells how many of the server's waits for so long are under way.</summary>
internal sealed class WatchedTime(TimeSpan wait) : ManualTime
{
    private int _waiting;

    /// <summary>How many are under way.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime != wait)
        {
            return timer;
        }

        Interlocked.Increment(ref _waiting);
        return new WatchedTimer(timer, () => Interlocked.Decrement(ref _waiting));
    }

    private sealed class WatchedTimer(ITimer timer, Action end) : ITimer
    {
        private Action? _end = end;

        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

        public void Dispose()
        {
            timer.Dispose();
            Interlocked.Exchange(ref _end, null)?.Invoke();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
