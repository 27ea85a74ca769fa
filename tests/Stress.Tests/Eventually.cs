using System.Diagnostics;

namespace Workshop.Tests;

/// <summary>Waits for something that a server does at some time by itself.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until a condition holds; fails with the problem's words when it does not within the patience.</summary>
    public static async Task HoldsAsync(Func<bool> condition, Func<string> problem, TimeSpan patience)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(watch.Elapsed < patience, problem());
            await Task.Delay(Interval, TestContext.Current.CancellationToken);
        }
    }
}
