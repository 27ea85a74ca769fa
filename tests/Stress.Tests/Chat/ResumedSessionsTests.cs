using Workshop.Chat.V1;

namespace Workshop.Tests;

/// <summary>Connections that are cut again and again, while others talk.</summary>
public sealed class ResumedSessionsTests(ITestOutputHelper output)
{
    private const int Members = 5;
    private const int History = 300;
    private const int TextsPerSecond = 1500;
    private const int LongestRead = 120;
    private const string End = "the end";

    // Some stay away until more has happened than is kept.
    private const int StayAwayEvery = 10;

    private static readonly int CutsOfEach = LongRun.Is ? 400 : 20;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(LongRun.Is ? 20 : 2);

    private long _said;

    [Fact]
    public async Task Each_event_comes_once_or_is_missed_exactly()
    {
        await using var host = await ChatHost.StartAsync($"--Chat:HistoryEvents={History}", $"--Chat:SaysPerSecond={TextsPerSecond}");
        using var stop = new CancellationTokenSource();
        using var talker = await host.JoinAsync("talker");
        var talking = Task.Run(() => TalkAsync(talker, stop.Token));

        var members = Task.WhenAll(Enumerable.Range(0, Members).Select(number => Task.Run(() => AttendAsync(host, number))));
        await (await Task.WhenAny(members, talking).WaitAsync(Patience, TestContext.Current.CancellationToken));
        await stop.CancelAsync();
        await talking.WaitAsync(Patience, TestContext.Current.CancellationToken);

        // Who was away comes back once more, and reads to the end.
        var tallies = await members;
        foreach (var (tally, number) in tallies.Select((tally, number) => (tally, number)))
        {
            using var last = await BeginAsync(host.Client, host, number, tally);
            await last.UntilAsync(happened => happened.Said?.Text == End).WaitAsync(Patience, TestContext.Current.CancellationToken);
        }

        output.WriteLine($"{talker.Tally.LastSeq} events, {Members * CutsOfEach} cuts: {string.Join(", ", tallies.Select(tally => $"{tally.Happened} came and {tally.Missed} were missed"))}");
        Assert.All(tallies, tally => Assert.True(tally.Missed > 0, "Nobody stayed away for long: the test shows less than it should."));
        Assert.All(tallies, tally => Assert.True(tally.Happened > tally.Missed / 10, "Hardly anything came."));
    }

    private async Task TalkAsync(ChatSession talker, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await talker.TalkAsync(number => $"text {number}", 50, window: 50);
            Interlocked.Add(ref _said, 50);
        }

        await talker.SayAsync(End);
        await talker.UntilAsync(happened => happened.Said?.Text == End);
    }

    private async Task<EventTally> AttendAsync(ChatHost host, int number)
    {
        var (random, tally) = (new Random(number), new EventTally());
        for (var cut = 0; cut < CutsOfEach; cut++)
        {
            using var channel = new CuttableChannel(host.Address);
            using var session = await BeginAsync(channel.Client, host, number, tally);
            // The first one has to learn which room it is.
            for (var read = tally.Resume is null ? LongestRead : random.Next(LongestRead); read > 0; read--)
            {
                await session.NextAsync().WaitAsync(Patience, TestContext.Current.CancellationToken);
            }

            if (cut % 2 == 0)
            {
                channel.Cut(isReset: cut % 4 == 0);
            }

            session.Dispose();
            if (cut % StayAwayEvery == 0)
            {
                var until = Interlocked.Read(ref _said) + (2 * History);
                await Eventually.HoldsAsync(() => Interlocked.Read(ref _said) >= until, () => "Nobody talks any more.", Patience);
            }
        }

        return tally;
    }

    private static Task<ChatSession> BeginAsync(ChatService.ChatServiceClient client, ChatHost host, int number, EventTally tally) =>
        ChatSession.BeginAsync(client, host.Key.HeadersOf($"member-{number}"), new Join { Room = ChatHost.Room, Resume = tally.Resume }, tally);
}
