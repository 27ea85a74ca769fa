namespace Workshop.Harness;

/// <summary>The time of a lab's server, as the check moves it: a time limit is reached at once, and never by accident.</summary>
public class ManualTime : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly DateTimeOffset _start = DateTimeOffset.UtcNow;
    private TimeSpan _elapsed;

    /// <summary>One tick is a tick of <see cref="TimeSpan"/>.</summary>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>The time, which began with that of the machine.</summary>
    public override DateTimeOffset GetUtcNow() => _start + Elapsed;

    /// <summary>How much the check moved the time.</summary>
    public override long GetTimestamp() => Elapsed.Ticks;

    private TimeSpan Elapsed
    {
        get
        {
            lock (_lock)
            {
                return _elapsed;
            }
        }
    }

    /// <summary>Moves the time, and fires what is due, on the caller's thread.</summary>
    public void Advance(TimeSpan by)
    {
        lock (_lock)
        {
            _elapsed += by;
        }

        while (NextDue() is { } timer)
        {
            timer.Fire();
        }
    }

    /// <summary>Makes a timer that fires only by <see cref="Advance"/>.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    // The earliest of those that are due, with its next time set: a callback may change its own timer.
    private ManualTimer? NextDue()
    {
        lock (_lock)
        {
            var timer = _timers.Where(timer => timer.Due <= _elapsed).MinBy(timer => timer.Due);
            if (timer is { Period: { } period })
            {
                timer.Due += period;
            }
            else if (timer is not null)
            {
                _timers.Remove(timer);
            }

            return timer;
        }
    }

    private sealed class ManualTimer(ManualTime time, Action fire) : ITimer
    {
        public TimeSpan Due { get; set; }

        public TimeSpan? Period { get; private set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._lock)
            {
                time._timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = time._elapsed + dueTime;
                    Period = period > TimeSpan.Zero ? period : null;
                    time._timers.Add(this);
                }

                return true;
            }
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
