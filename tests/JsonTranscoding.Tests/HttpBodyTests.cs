using System.Text;
using Google.Api;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Workshop.JsonTranscoding.Tests.Servers;
using Workshop.Transcoding.V1;

namespace Workshop.JsonTranscoding.Tests;

/// <summary>google.api.HttpBody is a body as it is, with its content type.</summary>
public sealed class HttpBodyTests : IAsyncLifetime
{
    private TestServer? _server;

    public async ValueTask InitializeAsync() =>
        _server = await TestServer.StartAsync(app => app.MapGrpcService<EchoBodies>());

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    [Theory]
    [InlineData("/v1/raw", "text/plain; charset=utf-8")]
    [InlineData("/v1/raw", "application/octet-stream")]
    [InlineData("/v1/raw", "application/json")]
    [InlineData("/v1/raw", "text/plain; charset=utf-16")]
    public async Task A_body_goes_in_and_out_as_it_is(string path, string contentType)
    {
        byte[] body = [0, 1, 0xFF, .. Encoding.UTF8.GetBytes("{é")];
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        using var response = await _server!.Client.SendAsync(request).InTime();

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(contentType, response.Content.Headers.ContentType!.ToString());
        Assert.Equal(body, await response.Content.ReadAsByteArrayAsync().InTime());
    }

    [Fact]
    public async Task A_field_can_be_the_body()
    {
        var answer = await _server!.SendAsync("PUT", "/v1/raw/a.txt", "hello", "text/plain");

        Assert.Equal((200, "text/plain", "hello"), (answer.Code, answer.ContentType, answer.Text));
    }

    [Fact]
    public async Task In_json_it_is_a_message_like_another()
    {
        var answer = await _server!.SendAsync("POST", "/v1/describe/a.txt", "hello", "text/plain");

        Assert.Equal(
            """{"name":"a.txt","file":{"contentType":"text/plain","data":"aGVsbG8=","extensions":[]}}""", answer.Text);
    }

    [Fact]
    public async Task An_empty_body_is_an_empty_body()
    {
        var answer = await _server!.SendAsync("POST", "/v1/raw", "", "text/plain");

        Assert.Equal((200, ""), (answer.Code, answer.Text));
    }

    [Fact]
    public async Task A_body_of_several_megabytes_arrives_whole()
    {
        var body = new byte[5_000_000];
        new Random(7).NextBytes(body);
        using var content = new ByteArrayContent(body);

        using var response = await _server!.Client.PostAsync("/v1/raw", content).InTime();

        Assert.Equal(body, await response.Content.ReadAsByteArrayAsync().InTime());
    }

    [Fact]
    public async Task A_stream_of_bodies_is_a_line_each_with_the_first_content_type()
    {
        var answer = await _server!.GetAsync("/v1/parts/a");

        Assert.Equal((200, "text/csv", "a,1\na,2\n"), (answer.Code, answer.ContentType, answer.Text));
    }

    private sealed class EchoBodies : BodyService.BodyServiceBase
    {
        public override Task<HttpBody> Raw(HttpBody request, ServerCallContext context) => Task.FromResult(request);

        public override Task<Upload> Put(Upload request, ServerCallContext context) => Task.FromResult(request);

        public override Task<Upload> Describe(Upload request, ServerCallContext context) => Task.FromResult(request);

        public override async Task Parts(
            Upload request, IServerStreamWriter<HttpBody> responseStream, ServerCallContext context)
        {
            for (var part = 1; part <= 2; part++)
            {
                await responseStream.WriteAsync(
                    new HttpBody { ContentType = "text/csv", Data = ByteString.CopyFromUtf8($"{request.Name},{part}") });
            }
        }
    }
}
