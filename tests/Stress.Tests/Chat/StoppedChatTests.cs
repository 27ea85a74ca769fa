using System.Diagnostics;
using Grpc.Core;
using Workshop.Chat.V1;

namespace Workshop.Tests;

public sealed class StoppedChatTests(ITestOutputHelper output)
{
    private const int Members = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_hundred_members_learn_why_and_where_to_go_on()
    {
        await using var host = await ChatHost.StartAsync();
        var members = await Task.WhenAll(Enumerable.Range(0, Members).Select(number => host.JoinAsync($"member-{number}")));
        var last = new RoomEvent?[Members];
        var ends = Task.WhenAll(members.Select((member, number) => Assert.ThrowsAsync<RpcException>(
            () => member.UntilAsync(happened =>
            {
                last[number] = happened;
                return false;
            }))));

        var watch = Stopwatch.StartNew();
        await host.StopAsync().WaitAsync(Patience, TestContext.Current.CancellationToken);
        output.WriteLine($"The server stopped in {watch.Elapsed.TotalMilliseconds:0} ms.");

        Assert.All(await ends.WaitAsync(Patience, TestContext.Current.CancellationToken), end => Assert.Equal("Unavailable SERVER_STOPPING", ChatHost.StatusOf(end)));
        Assert.All(last, happened => Assert.Equal(Kicked.Types.Reason.ServerStopping, happened?.Kicked?.Reason));
        Array.ForEach(members, member => member.Dispose());
    }
}
