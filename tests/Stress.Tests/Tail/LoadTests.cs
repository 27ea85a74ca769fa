using Workshop.Bench.Tail;

namespace Workshop.Tests;

public sealed class LoadTests(ITestOutputHelper output)
{
    private const int Followers = 200;
    private const int PerSecond = 10_000;
    private const long MiB = 1 << 20;
    private const long MostMemory = 512 * MiB;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(LongRun.Is ? 10 : 4);

    [Fact]
    public async Task Two_hundred_followers_get_each_entry_once_in_order_or_learn_exactly_how_many_they_missed()
    {
        await using var server = await ServerProgram.StartAsync("Tail", port: 0, obeysRights: false, LoadRun.Settings(PerSecond));

        var result = await LoadRun.RunAsync(server.Address, Followers, Duration);

        server.Process.Refresh();
        output.WriteLine($"{result}, {server.Process.PeakWorkingSet64 / MiB} MiB");
        // Whether those of everything are fast enough to miss nothing depends on what else this machine does: see bench/.
        Assert.Equal(0, result.WarningsMissed);
        Assert.True(result.Warnings > 0);
        Assert.True(result.IdleMissed > 0, "The idle follower missed nothing: the test shows nothing.");
        Assert.InRange(server.Process.PeakWorkingSet64, 0, MostMemory);
    }
}
