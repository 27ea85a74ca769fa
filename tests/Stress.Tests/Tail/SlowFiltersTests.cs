using Google.Rpc;
using Grpc.Core;
using Workshop.Logs.V1;

namespace Workshop.Tests;

/// <summary>No slow work under the lock that everybody who logs needs.</summary>
public sealed class SlowFiltersTests
{
    private const int Entries = 40;
    private const int TooLong = 40_000;
    private const int LongestFilter = 100;
    private const int LongMessage = 250_000;

    // Nearly the filter at every place of the message: the slowest search that the limits allow.
    private static readonly string Filter = new string('é', LongestFilter - 1) + "ü";
    private static readonly string Message = new string('é', LongMessage) + Filter;

    [Fact]
    public async Task A_filter_that_is_too_long_is_refused()
    {
        await using var server = await TailServer.StartAsync();

        foreach (var request in new[]
        {
            new StreamLogsRequest { Contains = new string('a', TooLong) },
            new StreamLogsRequest { SourcePrefix = new string('a', TooLong) },
            new StreamLogsRequest { Contains = new string('a', LongestFilter + 1), Follow = true },
        })
        {
            using var call = server.Client.StreamLogs(request);
            var refusal = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None));

            Assert.Equal(StatusCode.InvalidArgument, refusal.StatusCode);
            Assert.Equal("TEXT_TOO_LONG", refusal.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason);
        }
    }

    [Fact]
    public async Task A_follower_with_a_slow_filter_delays_nobody_else()
    {
        await using var server = await TailServer.StartAsync(
            settings: ["--Tail:MaxTextLength", "262144", "--Tail:BufferBytes", "1073741824"]);
        using var slow = await server.FollowAsync(new StreamLogsRequest { TailLines = 0, Contains = Filter });
        using var fast = await server.FollowAsync(new StreamLogsRequest { TailLines = 0, SourcePrefix = "Shop" });
        var slowReads = slow.UntilAsync(message => message.Entry is not null && slow.Entries == Entries);

        for (var entry = 0; entry < Entries; entry++)
        {
            server.Log(Message);
        }

        // Were the text searched where an entry is offered, both would get each entry at the same time.
        await fast.UntilAsync(_ => fast.Entries == Entries);
        Assert.InRange(slow.Entries, 0, Entries / 2);
        await slowReads;
    }
}
