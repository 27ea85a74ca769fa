namespace Workshop.ServiceDefaults;

/// <summary>How long to wait before a call is made again, when the server does not say it.</summary>
public static class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>Twice as long each time, from 100 ms to 5 s. The result is a random part of that, at least half, so that
    /// many clients do not come back at the same moment.</summary>
    /// <param name="failures">How many attempts in a row have failed, 1 or more.</param>
    public static TimeSpan Delay(int failures)
    {
        var delay = First * Math.Pow(2, Math.Min(failures - 1, 10));
        return (delay < Longest ? delay : Longest) * (0.5 + (Random.Shared.NextDouble() / 2));
    }
}
