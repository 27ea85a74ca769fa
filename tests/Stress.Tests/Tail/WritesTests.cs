using Google.Rpc;
using Grpc.Core;
using Workshop.Logs.V1;

namespace Workshop.Tests;

/// <summary>What WriteLog refuses, and what it says of what the server leaves out.</summary>
public sealed class WritesTests
{
    private const int LongestText = 16 * 1024;
    private const int MostProperties = 64;

    [Theory]
    [InlineData("", "PROPERTY_NAME_BLANK")]
    [InlineData(" \t", "PROPERTY_NAME_BLANK")]
    [InlineData("SourceContext", "PROPERTY_NAME_RESERVED")]
    public async Task A_property_needs_a_name_and_may_not_forge_the_source(string name, string reason)
    {
        await using var server = await TailServer.StartAsync();

        await AssertRefusedAsync(server, reason, new WriteLogRequest { Source = "Shop", Message = "forged", Properties = { [name] = "Bank" } });

        await server.Client.WriteLogAsync(new WriteLogRequest { Source = "Shop", Message = "fine", Properties = { ["sourcecontext"] = "Bank" } });
        using var call = server.Client.StreamLogs(new StreamLogsRequest());
        var messages = await call.ResponseStream.ReadAllAsync().ToListAsync();
        var entry = Assert.Single(messages, message => message.Entry is not null).Entry;
        Assert.Equal(("Shop", "fine", "Bank"), (entry.Source, entry.Message, Assert.Single(entry.Properties).Value));
    }

    [Fact]
    public async Task What_is_too_much_is_refused_with_a_reason()
    {
        await using var server = await TailServer.StartAsync();
        var many = new WriteLogRequest { Message = "many" };
        Enumerable.Range(0, MostProperties + 1).ToList().ForEach(number => many.Properties.Add($"{number}", ""));
        var tooLong = new string('x', LongestText + 1);

        await AssertRefusedAsync(server, "PROPERTIES_TOO_MANY", many);
        await AssertRefusedAsync(server, "TEXT_TOO_LONG", new WriteLogRequest { Message = tooLong });
        await AssertRefusedAsync(server, "TEXT_TOO_LONG", new WriteLogRequest { Source = tooLong });
        await AssertRefusedAsync(server, "TEXT_TOO_LONG", new WriteLogRequest { Properties = { [tooLong] = "" } });
        await AssertRefusedAsync(server, "TEXT_TOO_LONG", new WriteLogRequest { Properties = { ["name"] = tooLong } });
        await AssertRefusedAsync(server, "COUNT_OUTSIDE", new WriteLogRequest { Count = 10_001 });
        await AssertRefusedAsync(server, "COUNT_OUTSIDE", new WriteLogRequest { Count = -1 });
        await AssertRefusedAsync(server, "LEVEL_UNKNOWN", new WriteLogRequest { Level = (Level)7 });
    }

    [Fact]
    public async Task What_the_level_leaves_out_is_said()
    {
        await using var server = await TailServer.StartAsync(settings: ["--Serilog:MinimumLevel:Override:Shop", "Warning"]);

        var left = await server.Client.WriteLogAsync(new WriteLogRequest { Source = "Shop", Message = "left out", Count = 3 });
        var written = await server.Client.WriteLogAsync(
            new WriteLogRequest { Source = "Shop", Level = Level.Warning, Message = "written", Count = 3 });

        Assert.Equal((0, 3), (left.Written, written.Written));
    }

    private static async Task AssertRefusedAsync(TailServer server, string reason, WriteLogRequest request)
    {
        var refusal = await Assert.ThrowsAsync<RpcException>(async () => await server.Client.WriteLogAsync(request));

        Assert.Equal(
            (StatusCode.InvalidArgument, reason), (refusal.StatusCode, refusal.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason));
    }
}
