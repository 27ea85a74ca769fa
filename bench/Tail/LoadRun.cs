using Grpc.Net.Client;
using Workshop.Logs.V1;

namespace Workshop.Bench.Tail;

/// <summary>A server that logs all the time, and its followers: some of everything, most of the warnings, and one that reads
/// nothing until the end.</summary>
internal static class LoadRun
{
    /// <summary>Of so many followers one reads everything.</summary>
    public const int OneOf = 25;

    // As the solution's own traffic has it: one entry in a hundred.
    private const int WarningEvery = 100;
    private const string End = "the end";

    /// <summary>What the server must be started with.</summary>
    /// <param name="perSecond">How many entries it logs, per second.</param>
    public static string[] Settings(int perSecond) =>
        ["--Tail:TrafficPerSecond", $"{perSecond}", "--Tail:StallLimit", "01:00:00", "--Tail:ConsoleLevel", "Fatal"];

    /// <exception cref="InvalidOperationException">A follower missed an entry without a gap, or got one twice or in another order.
    /// </exception>
    public static async Task<LoadResult> RunAsync(string server, int followers, TimeSpan duration)
    {
        using var channel = GrpcChannel.ForAddress(
            server, new GrpcChannelOptions { HttpHandler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true } });
        var client = new LogService.LogServiceClient(channel);
        using var idle = await LoadFollower.OpenAsync(client, Level.Unspecified, 1, End);
        var (all, warnings) = (new List<LoadFollower>(), new List<LoadFollower>());
        for (var follower = 0; follower < followers; follower++)
        {
            var (group, level, step) = follower % OneOf == 0 ? (all, Level.Unspecified, 1) : (warnings, Level.Warning, WarningEvery);
            group.Add(await LoadFollower.OpenAsync(client, level, step, End));
        }

        var reading = Task.WhenAll(all.Concat(warnings).Select(follower => Task.Run(follower.ReadAsync)));
        await Task.WhenAny(reading, Task.Delay(duration));
        foreach (var follower in all.Concat(warnings).Append(idle))
        {
            follower.MayEnd = true;
        }

        await client.WriteLogAsync(new WriteLogRequest { Level = Level.Fatal, Message = End });
        await reading.WaitAsync(duration + TimeSpan.FromMinutes(1));
        await idle.ReadAsync();
        all.Concat(warnings).ToList().ForEach(follower => follower.Dispose());
        return new LoadResult(
            all.Min(follower => follower.Received),
            all.Max(follower => follower.Missed),
            warnings.Min(follower => follower.Received),
            warnings.Max(follower => follower.Missed),
            idle.Received,
            idle.Missed);
    }
}
