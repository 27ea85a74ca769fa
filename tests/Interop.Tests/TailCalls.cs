using System.Diagnostics;
using System.Text.Json;
using Grpc.Core;
using Workshop.Logs.V1;

namespace Workshop.Interop.Tests;

/// <summary>Lab 03: a log that is followed, which is server streaming.</summary>
public sealed class TailCalls
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static IEnumerable<TheoryDataRow<string>> Languages => Peer.Languages;

    [Theory, MemberData(nameof(Languages))]
    public async Task New_entries_arrive_until_the_client_cancels(string language)
    {
        var peer = await Peer.OfAsync(language);
        await using var server = await LabServer.StartAsync("Tail", "--Tail:MaxStreams", "1");

        await using var client = peer.Start("tail", server, "3");
        await client.SaysAsync("event", "caught_up");
        var whileOpen = await ReadAsync(server);
        await WriteAsync(server, count: 5);
        await client.EndAsync();

        Assert.Equal(StatusCode.ResourceExhausted, whileOpen);
        Assert.Equal(0, client.ExitCode);
        Assert.Equal("CANCELLED", client.Status);
        var entries = client.Facts.Where(fact => fact.TryGetProperty("event", out var name) && name.GetString() is "entry").ToList();
        Assert.Equal(["Tee ☕ 1", "Tee ☕ 2", "Tee ☕ 3"], entries.Select(entry => entry.GetProperty("message").GetString()));
        Assert.All(entries, AssertAsWritten);
        // The only place for a stream is free again: the server knows that the client has left.
        await PlaceIsFreeAsync(server);
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task A_server_that_stops_says_where_to_continue(string language)
    {
        var peer = await Peer.OfAsync(language);
        await using var server = await LabServer.StartAsync("Tail");

        await using var client = peer.Start("tail", server, "3");
        await client.SaysAsync("event", "caught_up");
        await WriteAsync(server, count: 1);
        await client.SaysAsync("event", "entry");
        await server.StopAsync();
        await client.EndAsync();

        Assert.Equal("UNAVAILABLE", client.Status);
        Assert.Equal("SERVER_STOPPING", client.ErrorInfo.Reason);
        Assert.Equal(client.Last("cursor"), client.ErrorInfo.Metadata["cursor"]);
    }

    private static void AssertAsWritten(JsonElement entry)
    {
        Assert.Equal("LEVEL_WARNING", entry.GetProperty("level").GetString());
        Assert.Equal("Shop.Orders", entry.GetProperty("source").GetString());
        Assert.Equal("Zoë", entry.GetProperty("properties").GetProperty("Customer").GetString());
        Assert.NotEqual("hunter2", entry.GetProperty("properties").GetProperty("password").GetString());
    }

    private static async Task WriteAsync(LabServer server, int count)
    {
        var request = new WriteLogRequest
        {
            Level = Level.Warning,
            Source = "Shop.Orders",
            Message = "Tee ☕",
            Properties = { ["Customer"] = "Zoë", ["password"] = "hunter2" },
            Count = count,
        };
        var response = await new LogService.LogServiceClient(server.Channel).WriteLogAsync(request, deadline: DateTime.UtcNow + Limit);
        Assert.Equal(count, response.Written);
    }

    // How a stream of the stored entries ends.
    private static async Task<StatusCode> ReadAsync(LabServer server)
    {
        using var call = new LogService.LogServiceClient(server.Channel)
            .StreamLogs(new StreamLogsRequest { TailLines = 0 }, deadline: DateTime.UtcNow + Limit);
        try
        {
            await foreach (var _ in call.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken))
            {
            }

            return call.GetStatus().StatusCode;
        }
        catch (RpcException exception)
        {
            return exception.StatusCode;
        }
    }

    private static async Task PlaceIsFreeAsync(LabServer server)
    {
        var watch = Stopwatch.StartNew();
        while (await ReadAsync(server) is var status and not StatusCode.OK)
        {
            Assert.True(watch.Elapsed < Limit, $"{Limit.TotalSeconds} s after the client left, its stream still has its place: {status}.");
        }
    }
}
