using Grpc.Core;
using Workshop.Logs.V1;
using Workshop.Tail;

namespace Workshop.Tests;

/// <summary>An empty token is no token.</summary>
public sealed class TokensTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("--Tail:ReadToken")]
    [InlineData("--Tail:WriteToken")]
    public async Task A_server_does_not_start_with_an_empty_token(string setting)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();

        var exitCode = await TailCommandLine.RunAsync(["--urls", "http://127.0.0.1:0", $"{setting}="], output, error)
            .WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Equal(2, exitCode);
        Assert.Contains("An empty token is no secret", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bearer ")]
    [InlineData("Bearer")]
    [InlineData("bearer \t")]
    [InlineData("")]
    public async Task A_call_with_an_empty_token_has_none(string header)
    {
        await using var reading = await TailServer.StartAsync(settings: ["--Tail:ReadToken", "r"]);
        await using var writing = await TailServer.StartAsync(settings: ["--Tail:WriteToken", "w"]);
        var headers = new Metadata { { "authorization", header } };

        using var call = reading.Client.StreamLogs(new StreamLogsRequest(), headers);
        var read = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None));
        var write = await Assert.ThrowsAsync<RpcException>(
            async () => await writing.Client.WriteLogAsync(new WriteLogRequest { Message = "hello" }, headers));

        Assert.Equal((StatusCode.Unauthenticated, StatusCode.Unauthenticated), (read.StatusCode, write.StatusCode));
    }
}
