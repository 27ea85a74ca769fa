using Grpc.Net.Client;
using Workshop.Chat.V1;

namespace Workshop.Tests;

/// <summary>A room with many members, some of whom read nothing.</summary>
public sealed class BigRoomTests(ITestOutputHelper output)
{
    private const int Members = 500;
    private const int Deaf = 20;
    private const int Batch = 50;
    private const int KiB = 1024;
    private const int MiB = KiB * KiB;

    private static readonly string Text = new('t', 1000);
    private static readonly int Batches = LongRun.Is ? 200 : 8;
    private static readonly int LargeTexts = LongRun.Is ? 5_000 : 800;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(LongRun.Is ? 10 : 2);

    [Fact]
    public async Task Who_reads_misses_nothing_and_who_does_not_learns_exactly_how_much()
    {
        // Room for a batch, and not for all of them.
        await using var host = await ChatHost.StartAsync("--Chat:SaysPerSecond=1000000", $"--Chat:QueueEvents={2 * Batch}");
        using var deafChannel = SmallWindows(host.Address);
        var deaf = await JoinAsync(host, new ChatService.ChatServiceClient(deafChannel), "deaf", Deaf);
        var members = await JoinAsync(host, host.Client, "member", Members - Deaf);
        await ReadAsync(members, Members);

        for (var batch = 0; batch < Batches; batch++)
        {
            var reading = ReadAsync(members.Skip(1), Members + ((batch + 1) * Batch));
            await members[0].TalkAsync(_ => Text, Batch, window: Batch).WaitAsync(Patience, TestContext.Current.CancellationToken);
            await reading;
        }

        var missedBefore = members.Sum(member => member.Tally.Missed);
        await ReadAsync(deaf, Members + (Batches * Batch));
        output.WriteLine($"{Members + (Batches * Batch)} events. While {Members} joined, {missedBefore} were missed; the deaf ones missed {deaf.Min(one => one.Tally.Missed)} to {deaf.Max(one => one.Tally.Missed)} each.");
        Assert.All(members, member => Assert.Equal(Batches * Batch, member.Tally.Said));
        Assert.All(deaf, one => Assert.True(one.Tally.Missed > 0, "Nothing was missed: the test shows nothing."));
        Assert.All(deaf, one => Assert.InRange(one.Tally.Said + one.Tally.Missed, Batches * Batch, Members + (Batches * Batch)));
        members.Concat(deaf).ToList().ForEach(member => member.Dispose());
    }

    [Fact]
    public async Task Who_reads_nothing_costs_no_more_than_its_queue()
    {
        const int QueueBytes = MiB;
        // On the way to one client: its window, what Kestrel and the stream hold, a text that is being written.
        const int OnTheWay = 512 * KiB;
        const int TextLength = 100_000;
        await using var host = await ChatHost.StartAsync(
            "--Chat:SaysPerSecond=1000000", $"--Chat:QueueBytes={QueueBytes}", $"--Chat:HistoryBytes={MiB}", "--Chat:StallLimit=01:00:00");
        using var deafChannel = SmallWindows(host.Address);
        var deaf = await JoinAsync(host, new ChatService.ChatServiceClient(deafChannel), "deaf", Deaf);
        using var talker = await host.JoinAsync("ada");
        var text = new string('t', TextLength);
        await talker.TalkAsync(_ => text, 10, window: 2);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await talker.TalkAsync(_ => text, LargeTexts, window: 4).WaitAsync(Patience, TestContext.Current.CancellationToken);

        var growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        const long Most = (Deaf * (QueueBytes + OnTheWay)) + MiB;
        output.WriteLine($"{growth / (double)MiB:0.0} MiB more after {(long)LargeTexts * TextLength / MiB} MiB of texts for {Deaf} who read nothing; allowed are {Most / MiB}.");
        Assert.True((long)LargeTexts * TextLength * sizeof(char) > 2 * Most, "What was said would not be noticed.");
        Assert.InRange(growth, long.MinValue, Most);
        deaf.ForEach(one => one.Dispose());
    }

    private static GrpcChannel SmallWindows(string address) => GrpcChannel.ForAddress(
        address, new GrpcChannelOptions { HttpHandler = new SocketsHttpHandler { InitialHttp2StreamWindowSize = 65_535, EnableMultipleHttp2Connections = true } });

    // Each reads up to the event with this number.
    private static Task ReadAsync(IEnumerable<ChatSession> sessions, long seq) => Task.WhenAll(sessions.Select(session => Task.Run(async () =>
    {
        if (session.Tally.LastSeq < seq)
        {
            await session.UntilAsync(happened => happened.Seq >= seq);
        }
    }))).WaitAsync(Patience, TestContext.Current.CancellationToken);

    private static async Task<List<ChatSession>> JoinAsync(ChatHost host, ChatService.ChatServiceClient client, string name, int count) =>
        [.. await Task.WhenAll(Enumerable.Range(0, count).Select(number => ChatSession.JoinAsync(client, host.Key.HeadersOf($"{name}-{number}"), new Join { Room = ChatHost.Room })))];
}
