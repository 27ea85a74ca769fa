using Workshop.Chat;

namespace Workshop.Bench.Chat;

/// <summary>Scenario <c>chat</c>: the solution of lab 07 beside a WebSocket server that sends JSON. One member talks, all listen. The servers
/// take turns, each in a process of its own; all members run in this one.</summary>
internal static class ChatBench
{
    private const int Window = 64;

    private static readonly string[] Kinds = [ChatServers.Grpc, ChatServers.WebSocket];

    // Members, and texts in a round.
    private static readonly (int Members, int Texts)[] Sizes = [(2, 20_000), (50, 10_000), (500, 2_000)];

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(bool quick)
    {
        var results = new List<ChatResult>();
        foreach (var (members, texts) in Sizes)
        {
            results.AddRange(await CompareAsync(members, quick ? texts / 3 : texts, quick ? 1 : 15));
        }

        if (!quick)
        {
            await ChatReport.WriteAsync(results);
        }

        return 0;
    }

    private static async Task<IReadOnlyList<ChatResult>> CompareAsync(int members, int texts, int rounds)
    {
        var key = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.key");
        var (servers, groups) = (new List<ServerProcess>(), new List<ChatGroup>());
        try
        {
            var tokens = new MemberTokens(TokenKey.Open(key), TimeProvider.System);
            foreach (var kind in Kinds)
            {
                // Whoever says much is slowed down, usually.
                var server = await ServerProcess.StartAsync([kind, "--Chat:KeyFile", key, "--Chat:SaysPerSecond", "1000000"]);
                servers.Add(server);
                groups.Add(await ChatGroup.JoinAsync(kind, server.Address, members, tokens));
            }

            var results = new List<ChatResult>();
            // One text after the other: then nothing waits in a queue, and the delay is that of the way.
            foreach (var (window, count) in new[] { (Window, texts), (1, texts / 16) })
            {
                var measured = await Turns.TakeAsync(Kinds.Length, rounds, kind => MeasureAsync(servers[kind], groups[kind], members, count, window));
                results.AddRange(Kinds.Select((kind, index) => Show(Median(kind, members, window, measured[index]))));
            }

            return results;
        }
        finally
        {
            foreach (var end in groups.Cast<IAsyncDisposable>().Concat(servers))
            {
                await end.DisposeAsync();
            }

            File.Delete(key);
        }
    }

    private static async Task<ChatResult> MeasureAsync(ServerProcess server, ChatGroup group, int members, int texts, int window)
    {
        (TimeSpan Time, TimeSpan[] Delays) round = (default, []);
        var load = await server.MeasureAsync(async () => round = await group.TalkAsync(texts, window));
        var deliveries = round.Delays.Length;
        return new ChatResult(
            "",
            members,
            window,
            deliveries / round.Time.TotalSeconds,
            round.Delays[deliveries / 2],
            round.Delays[deliveries * 99 / 100],
            TimeSpan.FromSeconds(load.ProcessorSeconds / deliveries * 1_000_000),
            load.HeapGrowth);
    }

    private static ChatResult Median(string what, int members, int window, IReadOnlyList<ChatResult> rounds) => new(
        what,
        members,
        window,
        Turns.Median(rounds.Select(round => round.Deliveries)),
        TimeSpan.FromSeconds(Turns.Median(rounds.Select(round => round.P50.TotalSeconds))),
        TimeSpan.FromSeconds(Turns.Median(rounds.Select(round => round.P99.TotalSeconds))),
        TimeSpan.FromSeconds(Turns.Median(rounds.Select(round => round.PerMillion.TotalSeconds))),
        rounds.Max(round => round.HeapGrowth));

    private static ChatResult Show(ChatResult result)
    {
        Console.WriteLine(ChatReport.Line(result));
        return result;
    }
}
