using System.Diagnostics;
using Google.Rpc;
using Grpc.Core;
using Workshop.Logs.V1;

namespace Workshop.Tests;

public sealed class StoppedServerTests
{
    private const int Followers = 50;

    [Fact]
    public async Task Fifty_followers_learn_where_to_go_on_and_do_so_without_a_duplicate()
    {
        var port = ServerProgram.FreePort();
        await using var server = await TailServer.StartAsync(port);
        server.Log("kept");
        var followers = await Task.WhenAll(Enumerable.Range(0, Followers).Select(_ => server.FollowAsync(new StreamLogsRequest())));
        server.Log("the last entry");
        await Task.WhenAll(followers.Select(follower => follower.UntilAsync(message => message.Entry?.Message == "the last entry")));
        var ends = Task.WhenAll(followers.Select(follower => follower.EndAsync()));

        var watch = Stopwatch.StartNew();
        await server.StopAsync();
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));

        Assert.All((await ends).Zip(followers), end =>
        {
            Assert.Equal(StatusCode.Unavailable, end.First.StatusCode);
            Assert.Equal(end.Second.Cursor, end.First.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Metadata["cursor"]);
        });
        await using var next = await TailServer.StartAsync(port);
        next.Log("new");
        var resumed = await Task.WhenAll(followers.Select(async follower =>
        {
            using var call = next.Client.StreamLogs(new StreamLogsRequest { AfterCursor = follower.Cursor });
            return await call.ResponseStream.ReadAllAsync().ToListAsync();
        }));
        Assert.All(resumed, messages =>
        {
            Assert.Equal(Gap.Types.Reason.Restarted, messages[0].Gap?.Reason);
            Assert.Equal(["new"], messages.Where(message => message.Entry is not null).Select(message => message.Entry.Message));
        });
        Array.ForEach(followers, follower => follower.Dispose());
    }
}
