using Google.Rpc;
using Grpc.Core;
using Workshop.Logs.V1;

namespace Workshop.Tests;

/// <summary>What the given files of lab 03 guarantee, and no task asks for.</summary>
public sealed class GivenLimitsTests
{
    private const int Entries = 200;

    private static readonly Metadata Reader = new() { { "authorization", "Bearer r" } };
    private static readonly Metadata Writer = new() { { "authorization", "Bearer w" } };
    private static readonly Metadata Stranger = new() { { "authorization", "Bearer x" } };

    [Fact]
    public async Task A_long_message_is_cut_between_characters_and_says_so()
    {
        await using var server = await TailServer.StartAsync(settings: ["--Tail:MaxTextLength", "4"]);
        server.Log("tea🫖!");
        server.Log("tea!");

        using var follower = server.Client.StreamLogs(new StreamLogsRequest());
        var messages = await follower.ResponseStream.ReadAllAsync().ToListAsync();

        Assert.Equal([("tea", true), ("tea!", false)], messages.Where(message => message.Entry is not null)
            .Select(message => (message.Entry.Message, message.Entry.Truncated)));
    }

    [Fact]
    public async Task Whoever_has_no_token_gets_nothing_and_a_reader_may_not_write()
    {
        await using var server = await TailServer.StartAsync(settings: ["--Tail:ReadToken", "r", "--Tail:WriteToken", "w"]);

        Assert.Equal(StatusCode.Unauthenticated, await ReadAsync(server, []));
        Assert.Equal(StatusCode.Unauthenticated, await ReadAsync(server, Stranger));
        Assert.Equal(StatusCode.OK, await ReadAsync(server, Reader));
        Assert.Equal(StatusCode.OK, await ReadAsync(server, Writer));
        Assert.Equal(StatusCode.Unauthenticated, await WriteAsync(server, []));
        Assert.Equal(StatusCode.PermissionDenied, await WriteAsync(server, Reader));
        Assert.Equal(StatusCode.OK, await WriteAsync(server, Writer));
    }

    [Fact]
    public async Task A_follower_that_reads_nothing_for_too_long_is_told_so_and_where_to_go_on()
    {
        await using var server = await TailServer.StartAsync(settings: ["--Tail:StallLimit", "00:00:02"]);
        using var follower = await server.FollowAsync(new StreamLogsRequest());
        var text = new string('x', 8 * 1024);
        for (var entry = 0; entry < Entries; entry++)
        {
            server.Log(text);
        }

        // Nothing is read meanwhile: what was sent before, and the status, wait for the client.
        await TailServer.NobodyFollowsAsync();
        var end = await follower.EndAsync();

        Assert.Equal(StatusCode.ResourceExhausted, end.StatusCode);
        Assert.Equal("SLOW_READER", end.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason);
        Assert.InRange(follower.Entries, 1, Entries - 1);
        using var next = await server.FollowAsync(new StreamLogsRequest { AfterCursor = follower.Cursor });
        Assert.Equal(Entries, follower.Entries + next.Entries);
    }

    [Fact]
    public async Task A_deadline_ends_a_tail_and_its_cursor_goes_on()
    {
        await using var server = await TailServer.StartAsync();
        server.Log("before");
        using var follower = await server.FollowAsync(
            new StreamLogsRequest(), new CallOptions(deadline: DateTime.UtcNow.AddSeconds(1)));

        Assert.Equal(StatusCode.DeadlineExceeded, (await follower.EndAsync()).StatusCode);

        server.Log("after");
        using var call = server.Client.StreamLogs(new StreamLogsRequest { AfterCursor = follower.Cursor });
        var messages = await call.ResponseStream.ReadAllAsync().ToListAsync();
        Assert.Equal(["after"], messages.Where(message => message.Entry is not null).Select(message => message.Entry.Message));
    }

    private static Task<StatusCode> ReadAsync(TailServer server, Metadata headers) => StatusAsync(async () =>
    {
        using var call = server.Client.StreamLogs(new StreamLogsRequest(), headers);
        await call.ResponseStream.ReadAllAsync().ToListAsync();
    });

    private static Task<StatusCode> WriteAsync(TailServer server, Metadata headers) => StatusAsync(async () =>
        await server.Client.WriteLogAsync(new WriteLogRequest { Message = "hello" }, headers));

    private static async Task<StatusCode> StatusAsync(Func<Task> call)
    {
        try
        {
            await call();
            return StatusCode.OK;
        }
        catch (RpcException exception)
        {
            return exception.StatusCode;
        }
    }
}
