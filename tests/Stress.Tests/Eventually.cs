using System.Diagnostics;

namespace Workshop.Tests;

/// <summary>Waits for something that a server does at some time by itself.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until a condition holds; fails with the problem's words when it does not within the patience.</summary>
    public static Task HoldsAsync(Func<bool> condition, Func<string> problem, TimeSpan patience) =>
        HoldsAsync(() => Task.FromResult(condition()), problem, patience);

    /// <inheritdoc cref="HoldsAsync(Func{bool}, Func{string}, TimeSpan)"/>
    public static async Task HoldsAsync(Func<Task<bool>> condition, Func<string> problem, TimeSpan patience)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(watch.Elapsed < patience, problem());
            await Task.Delay(Interval, TestContext.Current.CancellationToken);
        }
    }
}
