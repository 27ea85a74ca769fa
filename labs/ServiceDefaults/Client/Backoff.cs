namespace Workshop.ServiceDefaults;

/// <summary>How long to wait before a call is made again, where the server does not say.</summary>
public static class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>Each time twice as long, from 100 ms to 5 s; half to all of that, at random, so that many clients do not
    /// come back at the same moment.</summary>
    /// <param name="failures">How many attempts in a row have failed, 1 or more.</param>
    public static TimeSpan Delay(int failures)
    {
        var delay = First * Math.Pow(2, Math.Min(failures - 1, 10));
        return (delay < Longest ? delay : Longest) * (0.5 + (Random.Shared.NextDouble() / 2));
    }
}
