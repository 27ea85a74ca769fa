using Grpc.Core;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workshop.JsonTranscoding.Tests.Servers;
using Workshop.Transcoding.V1;

namespace Workshop.JsonTranscoding.Tests;

/// <summary>A stream of responses is a line of JSON for each.</summary>
public sealed class StreamingTests
{
    [Fact]
    public async Task Each_message_is_a_line()
    {
        await using var server = await CallServer.StartAsync(new CallsOfTest());

        var answer = await server.GetAsync("/v1/count?number=2&text=a");

        Assert.Equal(200, answer.Code);
        Assert.Equal("application/json; charset=utf-8", answer.ContentType);
        Assert.Equal("{\"text\":\"a\",\"number\":1}\n{\"text\":\"a\",\"number\":2}\n", answer.Text);
    }

    [Fact]
    public async Task A_line_is_one_line_with_indentation_too()
    {
        await using var server = await CallServer.StartAsync(
            new CallsOfTest(), options => options.JsonSettings.WriteIndented = true);

        var answer = await server.GetAsync("/v1/count?number=2");

        Assert.Equal("{\"text\":\"\",\"number\":1}\n{\"text\":\"\",\"number\":2}\n", answer.Text);
    }

    [Fact]
    public async Task A_line_can_be_a_field()
    {
        await using var server = await CallServer.StartAsync(new CallsOfTest());

        var answer = await server.GetAsync("/v1/count-texts?number=2&text=a");

        Assert.Equal("\"a\"\n\"a\"\n", answer.Text);
    }

    [Fact]
    public async Task No_message_is_an_empty_answer()
    {
        await using var server = await CallServer.StartAsync(new CallsOfTest());

        var answer = await server.GetAsync("/v1/count?number=0");

        Assert.Equal((200, ""), (answer.Code, answer.Text));
        Assert.Equal("application/json; charset=utf-8", answer.ContentType);
    }

    [Fact]
    public async Task A_line_is_sent_before_the_next_is_written()
    {
        var mayGoOn = new TaskCompletionSource();
        await using var server = await CallServer.StartAsync(async (CallRequest _, IServerStreamWriter<CallResponse> stream, ServerCallContext _) =>
        {
            await stream.WriteAsync(new CallResponse { Number = 1 });
            await mayGoOn.Task;
            await stream.WriteAsync(new CallResponse { Number = 2 });
        });
        using var response = await server.Client.GetAsync("/v1/count", HttpCompletionOption.ResponseHeadersRead).InTime();
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());

        Assert.Equal("""{"text":"","number":1}""", await reader.ReadLineAsync().InTime());
        mayGoOn.SetResult();
        Assert.Equal("""{"text":"","number":2}""", await reader.ReadLineAsync().InTime());
        Assert.Null(await reader.ReadLineAsync().InTime());
    }

    [Fact]
    public async Task An_error_before_the_first_message_has_its_http_status()
    {
        await using var server = await CallServer.StartAsync((CallRequest _, IServerStreamWriter<CallResponse> _, ServerCallContext _) =>
            throw new RpcException(new Status(StatusCode.NotFound, "None.")));

        var answer = await server.GetAsync("/v1/count");

        Assert.Equal(404, answer.Code);
        Assert.Equal("{\"code\":5,\"message\":\"None.\",\"details\":[]}\n", answer.Text);
    }

    [Fact]
    public async Task An_error_after_the_first_message_is_the_last_line()
    {
        await using var server = await CallServer.StartAsync(async (CallRequest _, IServerStreamWriter<CallResponse> stream, ServerCallContext _) =>
        {
            await stream.WriteAsync(new CallResponse { Number = 1 });
            throw new RpcException(new Status(StatusCode.Unavailable, "Gone."));
        });

        var answer = await server.GetAsync("/v1/count");

        Assert.Equal(200, answer.Code);
        Assert.Equal("{\"text\":\"\",\"number\":1}\n{\"code\":14,\"message\":\"Gone.\",\"details\":[]}\n", answer.Text);
    }

    [Fact]
    public async Task A_request_that_is_refused_is_400()
    {
        await using var server = await CallServer.StartAsync(new CallsOfTest());

        var answer = await server.GetAsync("/v1/count?number=x");

        Refused.AssertInvalid(answer);
    }

    [Fact]
    public async Task A_client_that_goes_cancels_the_call()
    {
        var cancelled = new TaskCompletionSource();
        await using var server = await CallServer.StartAsync(async (CallRequest _, IServerStreamWriter<CallResponse> stream, ServerCallContext context) =>
        {
            context.CancellationToken.Register(cancelled.SetResult);
            await stream.WriteAsync(new CallResponse { Number = 1 });
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
        });
        using (var response = await server.Client.GetAsync("/v1/count", HttpCompletionOption.ResponseHeadersRead).InTime())
        {
            Assert.Equal(200, (int)response.StatusCode);
        }

        await cancelled.Task.InTime();
    }

    [Fact]
    public async Task Two_writes_at_once_are_an_error()
    {
        Exception? second = null;
        await using var server = await CallServer.StartAsync(async (CallRequest _, IServerStreamWriter<CallResponse> stream, ServerCallContext _) =>
        {
            // Larger than the connection takes at once, so the first write waits for the reader.
            var first = stream.WriteAsync(new CallResponse { Text = new string('x', 10_000_000) });
            second = await Record.ExceptionAsync(() => stream.WriteAsync(new CallResponse()));
            await first;
        });

        var answer = await server.GetAsync("/v1/count");

        Assert.Equal(200, answer.Code);
        Assert.IsType<InvalidOperationException>(second);
    }

    [Fact]
    public async Task A_write_after_the_end_is_an_error()
    {
        IServerStreamWriter<CallResponse>? kept = null;
        await using var server = await CallServer.StartAsync((CallRequest _, IServerStreamWriter<CallResponse> stream, ServerCallContext _) =>
        {
            kept = stream;
            return Task.CompletedTask;
        });
        await server.GetAsync("/v1/count");

        await Assert.ThrowsAsync<InvalidOperationException>(() => kept!.WriteAsync(new CallResponse()));
    }

    [Fact]
    public async Task A_stream_of_requests_with_a_rule_is_a_warning()
    {
        using var log = new LogList();
        await using var server = await CallServer.StartAsync(
            new CallsOfTest(), configure: builder => builder.Logging.AddProvider(log));

        var warnings = log.Entries.Where(entry => entry.StartsWith("Warning", StringComparison.Ordinal)).ToList();

        Assert.Equal(2, warnings.Count);
        Assert.Contains("CallService/Collect", warnings[0], StringComparison.Ordinal);
        Assert.Contains("CallService/Chat", warnings[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1/collect")]
    [InlineData("/v1/chat")]
    public async Task A_stream_of_requests_has_no_endpoint(string path)
    {
        await using var server = await CallServer.StartAsync(new CallsOfTest());

        var answer = await server.PostAsync(path, "{}");

        Assert.Equal(404, answer.Code);
        var endpoints = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
        Assert.DoesNotContain(endpoints, endpoint => endpoint.RoutePattern.RawText == path);
    }
}
