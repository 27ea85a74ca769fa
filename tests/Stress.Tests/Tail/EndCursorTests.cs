using Google.Rpc;
using Grpc.Core;
using Workshop.Logs.V1;

namespace Workshop.Tests;

/// <summary>The cursor that a stream ends with is the one of the last message that came: who continues there misses nothing and gets
/// nothing twice.</summary>
public sealed class EndCursorTests
{
    private const int Followers = 10;
    private const int Enough = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly string LongText = new('x', 8 * 1024);

    [Fact]
    public async Task When_the_server_stops_while_entries_come()
    {
        await using var server = await TailServer.StartAsync(settings: ["--Tail:TrafficPerSecond", "2000"]);
        var followers = await Task.WhenAll(Enumerable.Range(0, Followers).Select(number =>
            server.FollowAsync(new StreamLogsRequest { TailLines = 0, MinLevel = number % 2 == 0 ? Level.Unspecified : Level.Warning })));
        await Task.WhenAll(followers.Where((_, number) => number % 2 == 0)
            .Select(follower => follower.UntilAsync(_ => follower.Entries >= Enough)));
        var ends = Task.WhenAll(followers.Select(follower => follower.EndAsync()));

        await server.StopAsync();

        Assert.All((await ends.WaitAsync(Patience, TestContext.Current.CancellationToken)).Zip(followers), end => AssertEnd(StatusCode.Unavailable, "SERVER_STOPPING", end.First, end.Second));
        Array.ForEach(followers, follower => follower.Dispose());
    }

    [Fact]
    public async Task When_a_reader_reads_nothing_for_too_long()
    {
        await using var server = await TailServer.StartAsync(
            settings: ["--Tail:StallLimit", "00:00:02", "--Tail:TrafficPerSecond", "2000"]);
        using var follower = await server.FollowAsync(new StreamLogsRequest { TailLines = 0 });

        // It reads nothing meanwhile.
        await TailServer.NobodyFollowsAsync();

        await AssertEndAsync(StatusCode.ResourceExhausted, "SLOW_READER", follower);
    }

    [Fact]
    public async Task When_the_next_entry_is_gone()
    {
        await using var server = await TailServer.StartAsync(settings: ["--Tail:BufferBytes", "1048576"]);
        using var follower = await server.FollowAsync(new StreamLogsRequest { TailLines = 0 });
        // Several times what is kept and what is on its way.
        for (var entry = 0; entry < 1_000; entry++)
        {
            server.Log(LongText);
        }

        await AssertEndAsync(StatusCode.ResourceExhausted, "SLOW_READER", follower);

        // What is missing is said.
        using var next = server.Client.StreamLogs(new StreamLogsRequest { AfterCursor = follower.Cursor });
        Assert.True(await next.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal(Gap.Types.Reason.Evicted, next.ResponseStream.Current.Gap?.Reason);
    }

    private static async Task AssertEndAsync(StatusCode status, string reason, TailFollower follower) =>
        AssertEnd(status, reason, await follower.EndAsync().WaitAsync(Patience, TestContext.Current.CancellationToken), follower);

    private static void AssertEnd(StatusCode status, string reason, RpcException end, TailFollower follower)
    {
        var info = end.GetRpcStatus()?.GetDetail<ErrorInfo>();
        Assert.Equal((status, reason), (end.StatusCode, info?.Reason));
        Assert.Equal(follower.Cursor, info?.Metadata["cursor"]);
    }
}
