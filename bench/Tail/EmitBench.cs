using System.Diagnostics;
using Serilog;

namespace Workshop.Bench.Tail;

/// <summary>What an event costs the thread that logs it. The followers read nothing, so that their work is not measured:
/// their queues are full, and each event drops one entry from every queue.</summary>
internal static class EmitBench
{
    private const string SerilogAlone = "serilog alone";
    private const int Events = 100_000;

    // Until the JIT has optimized the code.
    private const int WarmUp = 500_000;

    private static readonly int[] FollowerCounts = [0, 1, 200];

    public static async Task<IReadOnlyList<EmitResult>> RunAsync(bool quick)
    {
        var rounds = quick ? 1 : 10;
        await using var alone = new LoggerConfiguration().CreateLogger();
        var results = new List<EmitResult> { Show(new EmitResult(SerilogAlone, 0, (await MeasureAsync([alone], rounds))[0])) };
        foreach (var followers in FollowerCounts)
        {
            results.AddRange(await CompareAsync(followers, rounds));
        }

        return results;
    }

    private static async Task<IReadOnlyList<EmitResult>> CompareAsync(int followers, int rounds)
    {
        string[] kinds = [TailServers.Grpc, TailServers.Ndjson];
        using var stop = new CancellationTokenSource();
        var (apps, clients) = (new List<WebApplication>(), new List<TailClients>());
        try
        {
            foreach (var kind in kinds)
            {
                var app = TailServers.Create(kind, ["--Tail:StallLimit", "01:00:00"]);
                apps.Add(app);
                await app.StartAsync();
                var client = TailClients.For(kind, new Uri(app.Urls.First()));
                clients.Add(client);
                for (var follower = 0; follower < followers; follower++)
                {
                    await client.OpenAsync(stop.Token);
                }
            }

            var measured = await MeasureAsync([.. apps.Select(app => app.Services.GetRequiredService<Serilog.ILogger>())], rounds);
            return [.. kinds.Select((kind, index) => Show(new EmitResult(kind, followers, measured[index])))];
        }
        finally
        {
            await stop.CancelAsync();
            clients.ForEach(client => client.Dispose());
            foreach (var app in apps)
            {
                await app.DisposeAsync();
            }
        }
    }

    /// <returns>For each logger the time per event, in nanoseconds: the median of its rounds.</returns>
    private static async Task<double[]> MeasureAsync(Serilog.ILogger[] loggers, int rounds)
    {
        TailLoad[] loads = [.. loggers.Select(logger => new TailLoad(logger))];
        Array.ForEach(loads, load => load.Write(WarmUp));
        var measured = await Turns.TakeAsync(loads.Length, rounds, index =>
        {
            GC.Collect();
            var watch = Stopwatch.StartNew();
            loads[index].Write(Events);
            return Task.FromResult(watch.Elapsed.TotalNanoseconds / Events);
        });
        return [.. measured.Select(Turns.Median)];
    }

    private static EmitResult Show(EmitResult result)
    {
        Console.WriteLine(TailReport.Line(result));
        return result;
    }
}
