using System.Globalization;
using Workshop.Logs.V1;

namespace Workshop.Tests;

public sealed class LoadTests(ITestOutputHelper output)
{
    private const int PerSecond = 10_000;
    private const int Followers = 200;

    // Of so many followers one reads everything, the others the warnings: one entry in a hundred.
    private const int OneOf = 25;
    private const int WarningEvery = 100;
    private const string End = "the end";
    private const long MiB = 1 << 20;
    private const long MostMemory = 768 * MiB;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Two_hundred_followers_get_every_entry_and_one_that_reads_nothing_learns_how_many_it_missed()
    {
        // Room for five seconds: what else this machine does must not make a fast follower a slow one.
        await using var server = await ServerProgram.StartAsync(
            "Tail.dll", port: 0, asNobody: false,
            "--Tail:TrafficPerSecond", $"{PerSecond}", "--Tail:QueueEntries", $"{5 * PerSecond}", "--Tail:ConsoleLevel", "Fatal",
            "--Tail:StallLimit", $"{10 * Duration:c}");
        using var channel = TailServer.Connect(server.Address);
        var client = new LogService.LogServiceClient(channel);
        using var idle = await TailFollower.OpenAsync(client, new StreamLogsRequest { TailLines = 0 });
        var reading = Enumerable.Range(0, Followers).Select(number => ReadAsync(client, number % OneOf == 0)).ToArray();

        await Task.Delay(Duration, TestContext.Current.CancellationToken);
        await client.WriteLogAsync(new WriteLogRequest { Level = Level.Fatal, Message = End });

        var counts = await Task.WhenAll(reading).WaitAsync(Duration);
        var (received, missed) = await ReadRestAsync(idle);
        server.Process.Refresh();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{counts.Max()} entries to each of {Followers / OneOf}, {counts.Min()} or more to each of the others; the idle one got {received} and missed {missed}; largest working set {server.Process.PeakWorkingSet64 / MiB} MiB; processor {server.Process.TotalProcessorTime.TotalSeconds:0} s"));
        Assert.True(counts.Max() > Duration.TotalSeconds * PerSecond * 0.9, $"Only {counts.Max()} entries were logged.");
        Assert.True(missed > 0, "The idle follower missed nothing: the test shows nothing.");
        Assert.InRange(server.Process.PeakWorkingSet64, 0, MostMemory);
    }

    // Each entry's number follows that of the one before: nothing lost, nothing twice, nothing out of order.
    private static async Task<int> ReadAsync(LogService.LogServiceClient client, bool everything)
    {
        var step = everything ? 1 : WarningEvery;
        using var follower = await TailFollower.OpenAsync(
            client, new StreamLogsRequest { TailLines = 0, MinLevel = everything ? Level.Unspecified : Level.Warning });
        long? last = null;
        var count = 0;
        await follower.UntilAsync(message =>
        {
            Assert.True(message.Gap is null, $"A gap of {message.Gap?.Dropped}, though it reads all the time.");
            if (message.Entry is null || message.Entry.Message == End)
            {
                return message.Entry is not null;
            }

            Assert.Equal(last + step ?? NumberOf(message), NumberOf(message));
            last = NumberOf(message);
            count++;
            return false;
        });
        return count;
    }

    // Each gap says exactly how many numbers are missing where it stands.
    private static async Task<(int Received, long Missed)> ReadRestAsync(TailFollower idle)
    {
        long? last = null;
        var (received, missed, gap) = (0, 0L, 0L);
        await idle.UntilAsync(message =>
        {
            if (message.Gap is not null)
            {
                Assert.Equal(Gap.Types.Reason.SlowReader, message.Gap.Reason);
                gap = message.Gap.Dropped;
                missed += gap;
            }
            else if (message.Entry is not null && message.Entry.Message != End)
            {
                Assert.Equal(last + gap + 1 ?? NumberOf(message), NumberOf(message));
                (last, gap) = (NumberOf(message), 0);
                received++;
            }

            return message.Entry?.Message == End;
        });
        return (received, missed);
    }

    private static long NumberOf(StreamLogsResponse message) =>
        long.Parse(message.Entry.Properties["Number"], NumberStyles.None, CultureInfo.InvariantCulture);
}
