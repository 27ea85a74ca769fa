namespace Workshop.Upload;

/// <summary>How long a call may wait for its client without progress. Time that the server itself needs does not count.</summary>
internal sealed class IdleLimit(TimeSpan limit, TimeProvider time) : IDisposable
{
    private readonly CancellationTokenSource _reached = new(Timeout.InfiniteTimeSpan, time);
    private TimeSpan _waited;
    private long _start;

    /// <summary>The limit, from one progress to the next.</summary>
    public TimeSpan Limit => limit;

    /// <summary>Cancelled when the limit is reached.</summary>
    public CancellationToken Reached => _reached.Token;

    /// <summary>The clock runs on from where it was paused: the server waits for its client.</summary>
    public void Start()
    {
        _start = time.GetTimestamp();
        _reached.CancelAfter(limit > _waited ? limit - _waited : TimeSpan.Zero);
    }

    /// <summary>The clock pauses: the client has done something.</summary>
    public void Pause()
    {
        _reached.CancelAfter(Timeout.InfiniteTimeSpan);
        _waited += time.GetElapsedTime(_start);
    }

    /// <summary>The clock begins at 0 again: there was progress.</summary>
    public void Reset() => _waited = TimeSpan.Zero;

    public void Dispose() => _reached.Dispose();
}
