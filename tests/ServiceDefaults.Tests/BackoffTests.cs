using Workshop.ServiceDefaults;

namespace Workshop.Tests;

public sealed class BackoffTests
{
    [Theory]
    [InlineData(1, 50, 100)]
    [InlineData(2, 100, 200)]
    [InlineData(7, 2500, 5000)]
    [InlineData(int.MaxValue, 2500, 5000)]
    public void Waits_longer_each_time_up_to_a_limit(int failures, int least, int most) => Assert.All(
        Enumerable.Range(0, 100),
        _ => Assert.InRange(Backoff.Delay(failures), TimeSpan.FromMilliseconds(least), TimeSpan.FromMilliseconds(most)));
}
