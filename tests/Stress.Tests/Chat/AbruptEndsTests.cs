using System.Diagnostics;
using Workshop.Chat.V1;

namespace Workshop.Tests;

/// <summary>However a session ends, its member goes.</summary>
public sealed class AbruptEndsTests(ITestOutputHelper output)
{
    private const int AtOnce = 40;
    // All ends at once, who stays, and who watches.
    private const int Most = AtOnce + 3;

    private static readonly int Disposed = LongRun.Is ? 2_000 : 360;
    private static readonly int Dropped = LongRun.Is ? 1_000 : 132;
    private static readonly int Killed = LongRun.Is ? 100 : 8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, long> _ended = [];
    private readonly List<TimeSpan> _delays = [];

    [Fact]
    public async Task After_five_hundred_of_them_who_is_there_is_exact_and_nothing_is_left()
    {
        await using var host = await ChatHost.StartAsync($"--Chat:MaxStreams={Most}", $"--Chat:MaxSessionsPerRoom={Most}");
        using (var watch = await host.WatchAsync())
        using (var stays = await host.JoinAsync("stays"))
        {
            await RunAsync(host, watch, "disposed", Disposed, async name =>
            {
                var session = await host.JoinAsync(name);
                return session.Dispose;
            });
            await RunAsync(host, watch, "dropped", Dropped, async name =>
            {
                var channel = new CuttableChannel(host.Address);
                var session = await ChatSession.JoinAsync(channel.Client, host.Key.HeadersOf(name), new Join { Room = ChatHost.Room });
                return () =>
                {
                    channel.Cut(isReset: name.EndsWith('1'));
                    session.Dispose();
                    channel.Dispose();
                };
            });
            await RunAsync(host, watch, "killed", Killed, name =>
            {
                var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Chat.exe" : "Chat");
                var process = Process.Start(new ProcessStartInfo(program, ["chat", ChatHost.Room, "--name", name, "--key-file", host.Key.File, "--server", host.Address])
                {
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                })!;
                return Task.FromResult<Action>(() =>
                {
                    process.Kill();
                    process.Dispose();
                });
            });
        }

        await AllPlacesAreFreeAsync(host);
        Assert.Equal(Disposed + Dropped + Killed, _delays.Count);
        _delays.Sort();
        output.WriteLine($"{_delays.Count} ends. Until the others knew: median {_delays[_delays.Count / 2].TotalMilliseconds:0.0} ms, slowest {_delays[^1].TotalMilliseconds:0} ms.");
    }

    // So many join, some at once, and end when all are in the room.
    private async Task RunAsync(ChatHost host, ChatWatch watch, string name, int count, Func<string, Task<Action>> joinAsync)
    {
        foreach (var names in Enumerable.Range(0, count).Select(number => $"{name}-{number}").Chunk(AtOnce))
        {
            var ends = await Task.WhenAll(names.Select(joinAsync)).WaitAsync(Patience, TestContext.Current.CancellationToken);
            await UntilAsync(watch, ["stays", .. names]);
            foreach (var (member, end) in names.Zip(ends))
            {
                _ended[member] = Stopwatch.GetTimestamp();
                end();
            }

            await UntilAsync(watch, ["stays"]);
            using var second = await host.WatchAsync("second");
            Assert.Equal(["stays"], second.Tally.Names);
        }
    }

    private async Task UntilAsync(ChatWatch watch, string[] names)
    {
        if (!watch.Tally.Names.SetEquals(names))
        {
            await watch.UntilAsync(happened =>
            {
                if (happened.Left is { Name: var left })
                {
                    _delays.Add(Stopwatch.GetElapsedTime(_ended[left]));
                }

                return watch.Tally.Names.SetEquals(names);
            }).WaitAsync(Patience, TestContext.Current.CancellationToken);
        }
    }

    // As many calls as are allowed. A place that was not given back would be missing.
    private static async Task AllPlacesAreFreeAsync(ChatHost host)
    {
        var (calls, answer) = (new List<ChatWatch>(), "OK");
        // The members are gone before their calls are.
        await Eventually.HoldsAsync(
            async () =>
            {
                do
                {
                    answer = await ChatHost.StatusAsync(async () => calls.Add(await host.WatchAsync($"watch-{calls.Count}")));
                }
                while (answer == "OK" && calls.Count < Most);

                return calls.Count == Most;
            },
            () => $"{calls.Count} of {Most} places are free: {answer}",
            Patience);

        Assert.All(calls, call => Assert.Empty(call.Tally.Names));
        Assert.Equal("ResourceExhausted TOO_MANY_STREAMS", await ChatHost.StatusAsync(() => host.WatchAsync("one-more")));
        calls.ForEach(call => call.Dispose());
    }
}
