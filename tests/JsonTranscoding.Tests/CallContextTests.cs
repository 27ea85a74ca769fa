using System.Net;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Workshop.JsonTranscoding.Tests.Servers;
using Workshop.Transcoding.V1;

namespace Workshop.JsonTranscoding.Tests;

/// <summary>What a method sees of its call.</summary>
public sealed class CallContextTests
{
    [Fact]
    public async Task The_method_is_the_one_of_grpc() =>
        Assert.Equal("/workshop.transcoding.v1.CallService/Run", await AskAsync(context => context.Method));

    [Fact]
    public async Task The_host_and_the_peer_are_those_of_the_request()
    {
        Assert.StartsWith("127.0.0.1:", await AskAsync(context => context.Host), StringComparison.Ordinal);
        Assert.Matches(@"^ipv4:127\.0\.0\.1:\d+$", await AskAsync(context => context.Peer));
    }

    [Fact]
    public async Task There_is_no_deadline() =>
        Assert.Equal("True", await AskAsync(
            context => $"{context.Deadline == DateTime.MaxValue}", request => request.Headers.Add("grpc-timeout", "1n")));

    [Fact]
    public async Task Headers_are_metadata()
    {
        var seen = await AskAsync(
            context => $"{context.RequestHeaders.GetValue("x-caller")} {context.RequestHeaders.GetValueBytes("x-token-bin")![2]}",
            request =>
            {
                request.Headers.Add("X-Caller", "test");
                request.Headers.Add("X-Token-Bin", "AQID");
            });

        Assert.Equal("test 3", seen);
    }

    [Fact]
    public async Task The_http_context_is_there()
    {
        Assert.Equal("/v1/run", await AskAsync(context => context.GetHttpContext().Request.Path));
        Assert.Equal("True", await AskAsync(
            context => $"{context.GetHttpContext().Features.Get<IServerCallContextFeature>()?.ServerCallContext == context}"));
    }

    [Fact]
    public async Task A_client_without_a_certificate_is_not_authenticated() =>
        Assert.Equal("False", await AskAsync(context => $"{context.AuthContext.IsPeerAuthenticated}"));

    [Fact]
    public async Task There_are_no_write_options() =>
        Assert.Equal("NotImplementedException", await AskAsync(context =>
            Record.Exception(() => context.WriteOptions)!.GetType().Name));

    [Fact]
    public async Task Response_headers_are_headers()
    {
        await using var server = await CallServer.StartAsync(async (_, context) =>
        {
            await context.WriteResponseHeadersAsync(new Metadata { { "x-page", "7" }, { "x-token-bin", [1, 2, 3] } });
            return new CallResponse { Number = 1 };
        });

        using var response = await server.Client.GetAsync("/v1/run").InTime();

        Assert.Equal(["7"], response.Headers.GetValues("x-page"));
        Assert.Equal(["AQID"], response.Headers.GetValues("x-token-bin"));
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("""{"text":"","number":1}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Response_headers_are_sent_once()
    {
        await using var server = await CallServer.StartAsync(async (_, context) =>
        {
            await context.WriteResponseHeadersAsync([]);
            var second = await Record.ExceptionAsync(() => context.WriteResponseHeadersAsync([]));
            return new CallResponse { Text = second!.GetType().Name };
        });

        Assert.Contains("InvalidOperationException", (await server.GetAsync("/v1/run")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trailers_are_not_sent()
    {
        await using var server = await CallServer.StartAsync((_, context) =>
        {
            context.ResponseTrailers.Add("x-trailer", "7");
            return Task.FromResult(new CallResponse());
        });

        using var response = await server.Http2Client.GetAsync("/v1/run").InTime();
        await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(response.TrailingHeaders);
        Assert.False(response.Headers.Contains("x-trailer"));
    }

    [Fact]
    public async Task A_client_that_goes_cancels_the_call()
    {
        var started = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        await using var server = await CallServer.StartAsync(async (_, context) =>
        {
            context.CancellationToken.Register(cancelled.SetResult);
            started.SetResult();
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
            return new CallResponse();
        });
        using var stop = new CancellationTokenSource();
        var call = server.Client.GetAsync("/v1/run", stop.Token);
        await started.Task.InTime();

        await stop.CancelAsync();

        await cancelled.Task.InTime();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task Http2_is_served_like_http1()
    {
        await using var server = await CallServer.StartAsync(new CallsOfTest());

        using var response = await server.Http2Client.GetAsync("/v1/run?text=a").InTime();

        Assert.Equal(HttpVersion.Version20, response.Version);
        Assert.Equal("""{"text":"a","number":0}""", await response.Content.ReadAsStringAsync());
    }

    private static async Task<string> AskAsync(
        Func<ServerCallContext, string> ask, Action<HttpRequestMessage>? prepare = null)
    {
        await using var server = await CallServer.StartAsync(
            (_, context) => Task.FromResult(new CallResponse { Text = ask(context) }));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/run");
        prepare?.Invoke(request);
        using var response = await server.Client.SendAsync(request).InTime();
        var answer = await response.Content.ReadAsStringAsync();
        return CallResponse.Parser.ParseJson(answer).Text;
    }
}
