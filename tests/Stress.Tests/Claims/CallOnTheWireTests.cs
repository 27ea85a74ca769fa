using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workshop.Logs.V1;

namespace Workshop.Tests;

/// <summary>What a call is in HTTP/2, as docs/claims.md says it. The requests are those of a plain HTTP client.</summary>
/// <remarks>https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md.</remarks>
public sealed class CallOnTheWireTests
{
    private const int PrefixLength = 5;

    [Fact]
    public async Task A_message_is_behind_five_bytes_and_no_header_has_its_length()
    {
        await using var server = await TailServer.StartAsync();
        using var http = new HttpClient();

        using var response = await http.SendAsync(Request(server, "WriteLog", new WriteLogRequest { Message = "tea", Level = Level.Information }));

        var body = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal(0, body[0]);
        Assert.Equal(body.Length - PrefixLength, BinaryPrimitives.ReadInt32BigEndian(body.AsSpan(1)));
        Assert.Equal(1, WriteLogResponse.Parser.ParseFrom(body.AsSpan(PrefixLength)).Written);
        Assert.False(response.Headers.Contains("grpc-length"));
        Assert.Equal("0", Assert.Single(response.TrailingHeaders.GetValues("grpc-status")));
    }

    [Fact]
    public async Task A_refused_call_has_the_HTTP_status_200()
    {
        await using var server = await TailServer.StartAsync();
        using var http = new HttpClient();

        using var response = await http.SendAsync(Request(server, "WriteLog", new WriteLogRequest { Count = -1 }));
        await response.Content.ReadAsByteArrayAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        // Without a message before it, the status is in the only headers there are.
        Assert.Equal("3", Assert.Single(response.Headers.GetValues("grpc-status")));
    }

    [Fact]
    public async Task A_deadline_is_a_header_and_the_server_ends_the_call_by_it()
    {
        await using var server = await TailServer.StartAsync();
        using var http = new HttpClient();
        using var request = Request(server, "StreamLogs", new StreamLogsRequest { Follow = true });
        request.Headers.Add("grpc-timeout", "200m");

        using var response = await http.SendAsync(request);
        await response.Content.ReadAsByteArrayAsync();

        var trailers = response.TrailingHeaders.TryGetValues("grpc-status", out var status) ? status : response.Headers.GetValues("grpc-status");
        Assert.Equal($"{(int)StatusCode.DeadlineExceeded}", Assert.Single(trailers));
    }

    [Fact]
    public async Task Of_two_writes_at_once_on_one_stream_the_second_one_throws()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel =>
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2));
        builder.Logging.ClearProviders();
        builder.Services.AddGrpc();
        await using var app = builder.Build();
        app.MapGrpcService<Broadcaster>();
        await app.StartAsync();
        using var channel = TailServer.Connect(app.Urls.First());
        using var call = new LogService.LogServiceClient(channel).StreamLogs(new StreamLogsRequest());

        // Reads nothing: the first write does not end.
        var problem = await Assert.ThrowsAsync<InvalidOperationException>(() => Broadcaster.SecondWrite.Task.WaitAsync(TimeSpan.FromSeconds(10)));

        Assert.Contains("write", problem.Message, StringComparison.OrdinalIgnoreCase);
    }

    private static HttpRequestMessage Request(TailServer server, string method, IMessage message)
    {
        var body = new byte[PrefixLength + message.CalculateSize()];
        BinaryPrimitives.WriteInt32BigEndian(body.AsSpan(1), message.CalculateSize());
        message.WriteTo(body.AsSpan(PrefixLength));
        return new HttpRequestMessage(HttpMethod.Post, $"{server.Address}/workshop.logs.v1.LogService/{method}")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Headers = { TE = { new TransferCodingWithQualityHeaderValue("trailers") } },
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/grpc") } },
        };
    }

    // Two events that broadcast to the same member at the same time; the member does not read.
    private sealed class Broadcaster : LogService.LogServiceBase
    {
        public static TaskCompletionSource SecondWrite { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override async Task StreamLogs(
            StreamLogsRequest request, IServerStreamWriter<StreamLogsResponse> responseStream, ServerCallContext context)
        {
            var large = new StreamLogsResponse { Entry = new LogEntry { Message = new string('a', 3 * 1024 * 1024) } };
            var first = responseStream.WriteAsync(large);
            try
            {
                await responseStream.WriteAsync(large);
                SecondWrite.SetResult();
            }
            catch (InvalidOperationException problem)
            {
                SecondWrite.SetException(problem);
            }

            await first;
        }
    }
}
