using System.Diagnostics;

namespace Workshop.Bench.Contrast;

/// <summary>Scenario <c>contrast</c>: the same two calls of lab 05 as gRPC, by a rule, and by hand.</summary>
internal static class ContrastBench
{
    private const int CallsAlone = 1;
    private const int CallsTogether = 32;

    // A connection is warm, and code is compiled, after far less.
    private const int WarmCalls = 100;
    private const int CountedCalls = 100;

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(bool quick)
    {
        var (turn, rounds) = quick ? (TimeSpan.FromSeconds(0.5), 2) : (TimeSpan.FromSeconds(1.5), 5);
        var (servers, clients) = (new List<ServerProcess>(), new List<ContrastClient>());
        try
        {
            foreach (var kind in ContrastKind.All)
            {
                servers.Add(await ServerProcess.StartAsync([ContrastServers.Kind, kind.Port], ContrastServers.Settings));
                clients.Add(kind.Connect(servers[^1].Address, new SocketsHttpHandler()));
                await RepeatAsync(clients[^1].Get, CallsTogether, turn);
                await RepeatAsync(clients[^1].List, CallsTogether, turn);
            }

            var bytes = await CountAsync(servers);
            bytes.ForEach(one => Console.WriteLine(ContrastReport.Line(one)));
            var results = new List<ContrastResult>();
            foreach (var call in (string[])[ContrastResult.Get, ContrastResult.List])
            {
                foreach (var atOnce in (int[])[CallsAlone, CallsTogether])
                {
                    var measured = await Turns.TakeAsync(clients.Count, rounds, index => MeasureAsync(
                        ContrastKind.All[index], servers[index], clients[index], call, atOnce, turn));
                    results.AddRange(measured.Select(ContrastResult.Median));
                    results.TakeLast(clients.Count).ToList().ForEach(result => Console.WriteLine(ContrastReport.Line(result)));
                }
            }

            if (quick)
            {
                Console.WriteLine(ContrastReport.Ratios(results));
            }
            else
            {
                await ContrastReport.WriteAsync(results, bytes);
            }

            return 0;
        }
        finally
        {
            clients.ForEach(client => client.Dispose());
            foreach (var server in servers)
            {
                await server.DisposeAsync();
            }
        }
    }

    private static async Task<ContrastResult> MeasureAsync(
        ContrastKind kind, ServerProcess server, ContrastClient client, string call, int atOnce, TimeSpan turn)
    {
        var (times, seconds) = (Array.Empty<long>(), 0.0);
        var load = await server.MeasureAsync(async () =>
        {
            var start = Stopwatch.GetTimestamp();
            times = await RepeatAsync(call == ContrastResult.Get ? client.Get : client.List, atOnce, turn);
            seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        });
        Array.Sort(times);
        return new ContrastResult(
            kind,
            call,
            atOnce,
            times.Length / seconds,
            Milliseconds(times[times.Length / 2]),
            Milliseconds(times[times.Length * 99 / 100]),
            load.ProcessorSeconds / times.Length * 100_000);
    }

    /// <summary>Calls again and again, so many at once. No call is cut off at the end.</summary>
    /// <returns>How long each call took, in ticks of <see cref="Stopwatch"/>.</returns>
    private static async Task<long[]> RepeatAsync(Func<Task> call, int atOnce, TimeSpan turn)
    {
        var end = Stopwatch.GetTimestamp() + (long)(turn.TotalSeconds * Stopwatch.Frequency);
        var times = await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            var times = new List<long>();
            for (var before = Stopwatch.GetTimestamp(); before < end;)
            {
                await call();
                var after = Stopwatch.GetTimestamp();
                times.Add(after - before);
                before = after;
            }

            return times;
        })));
        return [.. times.SelectMany(one => one)];
    }

    private static async Task<List<WireBytes>> CountAsync(List<ServerProcess> servers)
    {
        var bytes = new List<WireBytes>();
        foreach (var (kind, server) in ContrastKind.All.Zip(servers))
        {
            var counted = new CountedSocket();
            using var client = kind.Connect(server.Address, counted.Handler);
            bytes.Add(await CountAsync(kind.What, kind, ContrastResult.Get, client.Get, counted));
            bytes.Add(await CountAsync(kind.What, kind, ContrastResult.List, client.List, counted));
            if (kind.What == ContrastKind.ByHand)
            {
                var again = new CountedSocket();
                using var knowing = await ContrastClient.AgainAsync(server.Address, again.Handler, kind.Http, ContrastKind.PathByHand);
                bytes.Add(await CountAsync($"{kind.What}, 304", kind, ContrastResult.Get, knowing.Get, again));
            }
        }

        return bytes;
    }

    private static async Task<WireBytes> CountAsync(string what, ContrastKind kind, string name, Func<Task> call, CountedSocket counted)
    {
        for (var warm = 0; warm < WarmCalls; warm++)
        {
            await call();
        }

        var (sent, received) = (counted.Sent, counted.Received);
        for (var one = 0; one < CountedCalls; one++)
        {
            await call();
        }

        return new WireBytes(
            what, kind.HttpName, name, (counted.Sent - sent) / (double)CountedCalls, (counted.Received - received) / (double)CountedCalls);
    }

    private static double Milliseconds(long ticks) => ticks * 1000.0 / Stopwatch.Frequency;
}
