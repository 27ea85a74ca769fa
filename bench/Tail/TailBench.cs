using System.Diagnostics;

namespace Workshop.Bench.Tail;

/// <summary>Scenario <c>tail</c>: the solution of lab 03 beside a minimal API that writes the same entries as
/// newline-delimited JSON. The servers take turns, each in a process of its own; the clients run in this one.</summary>
internal static class TailBench
{
    private const int Deliveries = 1_000_000;
    private const int Many = 200;
    private const int PerSecond = 10_000;

    // The solution's default. A single follower that reads as fast as it can needs more: otherwise the queue's length would limit
    // what it gets in each 10 ms.
    private const int UsualQueue = 4_096;
    private const int LongQueue = 3 * UsualQueue;

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(bool quick)
    {
        var deliveries = quick ? Deliveries / 10 : Deliveries;
        var rounds = quick ? 1 : 9;
        TailResult[] throughput =
        [
            .. await CompareAsync(
                [(TailServers.Grpc, 0), (TailServers.GrpcBytesOnce, 0), (TailServers.Ndjson, 0), (TailServers.NdjsonTuned, 0)],
                1, rounds, deliveries, LongQueue),
            .. await CompareAsync(
                [(TailServers.Grpc, 0), (TailServers.Grpc, 1), (TailServers.GrpcBytesOnce, 0), (TailServers.Ndjson, 0), (TailServers.NdjsonTuned, 0)],
                Many, rounds, deliveries / Many, UsualQueue),
        ];
        var emit = await EmitBench.RunAsync(quick);
        var load = await LoadAsync(TimeSpan.FromSeconds(quick ? 2 : 30));
        if (!quick)
        {
            await TailReport.WriteAsync(throughput, emit, load);
        }

        return 0;
    }

    // The load that the solution is made for, with its usual settings.
    private static async Task<string> LoadAsync(TimeSpan duration)
    {
        await using var server = await ServerProcess.StartAsync([TailServers.Grpc, .. LoadRun.Settings(PerSecond)]);
        LoadResult? result = null;
        var cost = await server.MeasureAsync(async () => result = await LoadRun.RunAsync($"{server.Address}", Many, duration));
        var sentence = TailReport.Sentence(result!, cost, Many, PerSecond, duration);
        Console.WriteLine(sentence);
        return sentence;
    }

    private static async Task<IReadOnlyList<TailResult>> CompareAsync(
        (string Kind, int Idle)[] candidates, int followers, int rounds, int entries, int queueEntries)
    {
        var (servers, groups) = (new List<ServerProcess>(), new List<FollowerGroup>());
        try
        {
            foreach (var (kind, idle) in candidates)
            {
                var server = await ServerProcess.StartAsync(
                    [kind, "--Tail:QueueEntries", $"{queueEntries}", "--Tail:StallLimit", "01:00:00"]);
                servers.Add(server);
                groups.Add(await FollowerGroup.OpenAsync(kind, server.Address, followers, idle, queueEntries / 2));
            }

            var measured = await Turns.TakeAsync(
                candidates.Length, rounds, candidate => MeasureAsync(servers[candidate], groups[candidate], entries));
            return
            [
                .. candidates.Select((candidate, index) => Show(new TailResult(
                    candidate.Kind,
                    followers,
                    candidate.Idle,
                    entries,
                    Turns.Median(measured[index].Select(one => one.Throughput)),
                    ServerLoad.Median([.. measured[index].Select(one => one.Load)])))),
            ];
        }
        finally
        {
            foreach (var end in groups.Cast<IAsyncDisposable>().Concat(servers))
            {
                await end.DisposeAsync();
            }
        }
    }

    private static async Task<(double Throughput, ServerLoad Load)> MeasureAsync(
        ServerProcess server, FollowerGroup group, int entries)
    {
        var watch = new Stopwatch();
        var load = await server.MeasureAsync(async () =>
        {
            watch.Start();
            await group.ReceiveAsync(entries, count => server.OrderAsync($"{TailServers.Write} {count}"));
            watch.Stop();
        });
        return (entries / watch.Elapsed.TotalSeconds, load);
    }

    private static TailResult Show(TailResult result)
    {
        Console.WriteLine(TailReport.Line(result));
        return result;
    }
}
