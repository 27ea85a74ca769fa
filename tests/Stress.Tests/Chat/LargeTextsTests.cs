using System.Diagnostics;

namespace Workshop.Tests;

/// <summary>Much in both directions of one call.</summary>
public sealed class LargeTextsTests(ITestOutputHelper output)
{
    private const int TextLength = 100_000;
    private const int Unread = 300;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(LongRun.Is ? 30 : 2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string Text = new('t', TextLength);

    [Fact]
    public async Task Texts_of_100_KB_both_ways_do_not_block_each_other()
    {
        await using var host = await ChatHost.StartAsync("--Chat:SaysPerSecond=1000000");
        using var session = await host.JoinAsync("ada");
        var start = session.Tally.LastSeq;

        var reading = Task.Run(() => session.UntilAsync(happened => happened.Left is not null));
        var (watch, texts) = (Stopwatch.StartNew(), 0);
        for (; watch.Elapsed < Duration; texts++)
        {
            await session.SayAsync(Text).WaitAsync(Patience, TestContext.Current.CancellationToken);
        }

        await session.LeaveAsync();
        await reading.WaitAsync(Patience, TestContext.Current.CancellationToken);
        await session.EndAsync();

        output.WriteLine($"{texts} texts of {TextLength} bytes in {watch.Elapsed.TotalSeconds:0.0} s; {session.Tally.Said} came back, {session.Tally.Missed} were missed.");
        // Its own `joined` and `left` count too.
        Assert.Equal(texts + 2, session.Tally.LastSeq - start);
        Assert.Equal(texts + 2, session.Tally.Happened + session.Tally.Missed);
        Assert.InRange(texts, 10, int.MaxValue);
    }

    [Fact]
    public async Task Who_says_much_and_reads_nothing_is_heard_nevertheless()
    {
        await using var host = await ChatHost.StartAsync("--Chat:SaysPerSecond=1000000", "--Chat:StallLimit=01:00:00");
        using var other = await host.JoinAsync("bob");
        using var session = await host.JoinAsync("ada");
        var hearing = Task.Run(() => other.UntilAsync(happened => happened.Seq == Unread + 2));

        for (var text = 0; text < Unread; text++)
        {
            await session.SayAsync(Text).WaitAsync(Patience, TestContext.Current.CancellationToken);
        }

        await hearing.WaitAsync(Patience, TestContext.Current.CancellationToken);
        await session.LeaveAsync();
        await session.EndAsync().WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.True(session.Tally.Missed > 0, "Nothing was missed: the test shows nothing.");
        Assert.Equal(Unread + 2, session.Tally.Happened + session.Tally.Missed);
    }
}
