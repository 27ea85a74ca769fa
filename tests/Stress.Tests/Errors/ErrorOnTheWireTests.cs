using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workshop.StatusTour.V1;

namespace Workshop.Tests;

/// <summary>What an error is in HTTP/2, as docs/06-errors.md says it.</summary>
/// <remarks>https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md.</remarks>
public sealed class ErrorOnTheWireTests
{
    private const int PrefixLength = 5;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task An_error_without_a_message_before_it_is_headers_alone()
    {
        await using var app = ErrorsHost.Create();
        await app.StartAsync();
        using var http = new HttpClient { Timeout = Limit };
        var detail = new ErrorInfo { Reason = "USER_NOT_FOUND", Domain = "users.workshop.example" };

        using var response = await http.SendAsync(Request(
            app.Urls.First(), new EndCallRequest { Code = 5, Message = "nope é %\n", Details = { Any.Pack(detail) } }));

        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("5", Header(response, "grpc-status"));
        Assert.Equal("nope %C3%A9 %25%0A", Header(response, "grpc-message"));
        var details = Header(response, "grpc-status-details-bin");
        var status = Google.Rpc.Status.Parser.ParseFrom(Convert.FromBase64String(details.PadRight((details.Length + 3) / 4 * 4, '=')));
        Assert.Equal((5, "nope é %\n"), (status.Code, status.Message));
        Assert.Equal(detail, status.GetDetail<ErrorInfo>());
    }

    [Fact]
    public void A_key_of_metadata_has_small_letters_and_bin_is_for_bytes_alone()
    {
        Assert.Equal("request-id", new Metadata.Entry("Request-Id", "a").Key);
        Assert.Throws<ArgumentException>(() => new Metadata.Entry("request id", "a"));
        Assert.Throws<ArgumentException>(() => new Metadata.Entry("request-id-bin", "a"));
        Assert.Throws<ArgumentException>(() => new Metadata.Entry("request-id", [1]));
    }

    [Theory]
    [InlineData(60_000, StatusCode.NotFound)]
    [InlineData(70_000, StatusCode.Unavailable)]
    public async Task A_client_takes_64_KiB_of_headers_and_sees_UNAVAILABLE_for_more(int characters, StatusCode seen)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2));
        builder.Logging.ClearProviders();
        builder.Services.AddGrpc();
        await using var app = builder.Build();
        app.MapGrpcService<Talkative>();
        await app.StartAsync();
        using var channel = GrpcChannel.ForAddress(app.Urls.First());

        var failure = await Assert.ThrowsAsync<RpcException>(() => new StatusTourService.StatusTourServiceClient(channel)
            .EndCallAsync(new() { Code = characters }, deadline: DateTime.UtcNow + Limit).ResponseAsync);

        Assert.Equal(seen, failure.StatusCode);
    }

    private static string Header(HttpResponseMessage response, string name) => Assert.Single(response.Headers.GetValues(name));

    private static HttpRequestMessage Request(string server, EndCallRequest message)
    {
        var body = new byte[PrefixLength + message.CalculateSize()];
        BinaryPrimitives.WriteInt32BigEndian(body.AsSpan(1), message.CalculateSize());
        message.WriteTo(body.AsSpan(PrefixLength));
        return new HttpRequestMessage(HttpMethod.Post, $"{server}/workshop.statustour.v1.StatusTourService/EndCall")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Headers = { TE = { new TransferCodingWithQualityHeaderValue("trailers") } },
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/grpc") } },
        };
    }

    // Sends as many letters beside its status as it is asked for.
    private sealed class Talkative : StatusTourService.StatusTourServiceBase
    {
        public override Task<EndCallResponse> EndCall(EndCallRequest request, ServerCallContext context) => throw new RpcException(
            new Grpc.Core.Status(StatusCode.NotFound, "There is no such user."), new Metadata { { "all-of-it", new string('a', request.Code) } });
    }
}
