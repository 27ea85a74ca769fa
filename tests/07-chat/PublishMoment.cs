namespace Workshop.Checks;

/// <summary>A clock that does something when it is asked for the time: a room asks right before it publishes an event.</summary>
internal sealed class PublishMoment : TimeProvider
{
    private Action? _next;

    /// <summary>What to do the next time, once.</summary>
    public Action? Next
    {
        set => _next = value;
    }

    public override DateTimeOffset GetUtcNow()
    {
        Interlocked.Exchange(ref _next, null)?.Invoke();
        return base.GetUtcNow();
    }
}
