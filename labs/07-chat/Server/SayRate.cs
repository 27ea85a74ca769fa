namespace Workshop.Chat;

/// <summary>How fast a session may say something: so many texts at once, and then so many in a second.</summary>
/// <remarks>Who says more is not refused. Its stream is read more slowly; then HTTP/2's flow control stops the client (RFC 9113, section 5.2).
/// </remarks>
internal sealed class SayRate(int perSecond, TimeProvider time)
{
    private double _left = perSecond;
    private long _last = time.GetTimestamp();

    /// <summary>Waits until one more text may be said.</summary>
    public async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        for (Refill(); _left < 1; Refill())
        {
            // A timer cuts off what is less than a millisecond.
            var wait = Math.Ceiling((1 - _left) / perSecond * 1000);
            await Task.Delay(TimeSpan.FromMilliseconds(wait), time, cancellationToken);
        }

        _left--;
    }

    private void Refill()
    {
        var now = time.GetTimestamp();
        _left = Math.Min(perSecond, _left + (time.GetElapsedTime(_last, now).TotalSeconds * perSecond));
        _last = now;
    }
}
