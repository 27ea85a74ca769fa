using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Workshop.ServiceDefaults;
using Workshop.StatusTour.V1;

namespace Workshop.Tests;

/// <summary>The given service of lab 06: it ends a call as it is told, within its limits.</summary>
public sealed class StatusTourTests : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly WebApplication _app = ErrorsHost.Create();
    private GrpcChannel? _channel;

    private StatusTourService.StatusTourServiceClient Client => new(_channel);

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync();
        _channel = GrpcChannel.ForAddress(_app.Urls.First());
    }

    public async ValueTask DisposeAsync()
    {
        _channel?.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Ends_a_call_with_every_code_its_sentence_and_its_details()
    {
        var detail = Any.Pack(new RetryInfo { RetryDelay = TimeSpan.FromSeconds(2).ToDuration() });
        foreach (var code in System.Enum.GetValues<StatusCode>().Where(code => code != StatusCode.OK))
        {
            var failure = await EndAsync(new() { Code = (int)code, Message = "é % \n", Details = { detail } });

            Assert.Equal(code, failure.StatusCode);
            Assert.Equal("é % \n", failure.Status.Detail);
            Assert.Equal((int)code, failure.GetRpcStatus()!.Code);
            Assert.Equal(detail, Assert.Single(failure.GetRpcStatus()!.Details));
        }

        await Client.EndCallAsync(new EndCallRequest(), deadline: DateTime.UtcNow + Limit);
    }

    [Theory]
    [InlineData(-1, 0, 0, 0, "CODE_UNKNOWN")]
    [InlineData(17, 0, 0, 0, "CODE_UNKNOWN")]
    [InlineData(int.MaxValue, 0, 0, 0, "CODE_UNKNOWN")]
    [InlineData(5, 1001, 0, 0, "MESSAGE_TOO_LONG")]
    [InlineData(5, 0, 17, 1, "DETAILS_TOO_LARGE")]
    [InlineData(5, 0, 1, 4096, "DETAILS_TOO_LARGE")]
    public async Task Refuses_what_is_over_a_limit(int code, int characters, int details, int bytes, string reason)
    {
        var request = new EndCallRequest { Code = code, Message = new string('a', characters) };
        request.Details.AddRange(Enumerable.Repeat(new Any { Value = ByteString.CopyFrom(new byte[bytes]) }, details));

        var failure = await EndAsync(request);

        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
        Assert.Equal(reason, ErrorDomain.ReasonOf(failure));
    }

    [Fact]
    public async Task Sends_the_longest_sentence_and_the_most_details()
    {
        var request = new EndCallRequest { Code = 5, Message = new string('é', 1000) };
        request.Details.AddRange(Enumerable.Repeat(new Any { Value = ByteString.CopyFrom(new byte[250]) }, 16));

        var failure = await EndAsync(request);

        Assert.Equal(StatusCode.NotFound, failure.StatusCode);
        Assert.Equal(16, failure.GetRpcStatus()!.Details.Count);
    }

    [Theory]
    [InlineData(Misbehaviour.Throw, StatusCode.Unknown, "")]
    [InlineData(Misbehaviour.Unspecified, StatusCode.InvalidArgument, "MISBEHAVIOUR_UNKNOWN")]
    [InlineData((Misbehaviour)5, StatusCode.InvalidArgument, "MISBEHAVIOUR_UNKNOWN")]
    [InlineData(Misbehaviour.AnswerTooMuch, StatusCode.ResourceExhausted, "")]
    public async Task Misbehaves_as_the_contract_says(Misbehaviour misbehaviour, StatusCode code, string reason)
    {
        var failure = await Assert.ThrowsAsync<RpcException>(() => Client.MisbehaveAsync(
            new() { Misbehaviour = misbehaviour }, deadline: DateTime.UtcNow + Limit).ResponseAsync);

        Assert.Equal(code, failure.StatusCode);
        Assert.Equal(reason, ErrorDomain.ReasonOf(failure));
    }

    [Fact]
    public async Task A_call_that_never_ends_ends_when_the_server_stops()
    {
        using var call = Client.MisbehaveAsync(new() { Misbehaviour = Misbehaviour.NeverEnd }, deadline: DateTime.UtcNow + Limit);
        await call.ResponseHeadersAsync;

        await _app.StopAsync();
        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);

        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
        Assert.Equal("SERVER_STOPS", ErrorDomain.ReasonOf(failure));
    }

    private Task<RpcException> EndAsync(EndCallRequest request) => Assert.ThrowsAsync<RpcException>(() =>
        Client.EndCallAsync(request, deadline: DateTime.UtcNow + Limit).ResponseAsync);
}
