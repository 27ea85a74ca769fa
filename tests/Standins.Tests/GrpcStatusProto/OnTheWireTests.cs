using Google.Api;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace Workshop.Standins.Tests.GrpcStatusProto;

/// <summary>What a server throws arrives at a client, with the official client and server in between.</summary>
public sealed class OnTheWireTests(FailureServer server) : IClassFixture<FailureServer>
{
    private static readonly Google.Rpc.Status TooMany = new()
    {
        Code = (int)Code.ResourceExhausted,
        Message = "Trop d'appels à la fois.",
        Details =
        {
            Any.Pack(new ErrorInfo { Reason = "TOO_MANY", Metadata = { ["most"] = "3" } }),
            Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(TimeSpan.FromSeconds(2)) }),
            new Any { TypeUrl = "type.googleapis.com/not.known.Here", Value = ByteString.CopyFrom(1, 2, 3) },
        },
    };

    private static DateTime Deadline => DateTime.UtcNow.AddSeconds(20);

    [Fact]
    public async Task A_status_arrives_as_it_was_thrown()
    {
        var exception = await FailAsync(server.Client.FailAsync(TooMany, deadline: Deadline));

        Assert.Equal(StatusCode.ResourceExhausted, exception.StatusCode);
        Assert.Equal("Trop d'appels à la fois.", exception.Status.Detail);
        Assert.Equal(TooMany, exception.GetRpcStatus());
        Assert.Equal("TOO_MANY", exception.GetRpcStatus()!.GetDetail<ErrorInfo>().Reason);
        Assert.Equal(2, exception.GetRpcStatus()!.UnpackDetailMessages().Count());
    }

    [Fact]
    public async Task A_status_may_differ_from_how_the_call_ends()
    {
        var exception = await FailAsync(server.Client.FailOtherwiseAsync(TooMany, deadline: Deadline));

        Assert.Equal(StatusCode.Aborted, exception.StatusCode);
        Assert.Equal("Something else.", exception.Status.Detail);
        Assert.Equal(TooMany, exception.GetRpcStatus());
    }

    [Fact]
    public async Task A_code_that_grpc_does_not_know_arrives_in_the_status_alone()
    {
        var exception = await FailAsync(
            server.Client.FailAsync(new Google.Rpc.Status { Code = 1000, Message = "x" }, deadline: Deadline));

        Assert.Equal(StatusCode.Unknown, exception.StatusCode);
        Assert.Equal(1000, exception.GetRpcStatus()!.Code);
    }

    [Fact]
    public async Task Bytes_that_are_no_status_are_an_error_unless_ignored()
    {
        var body = new HttpBody { Data = ByteString.CopyFrom(0x12, 0x05, 0x41) };

        var exception = await FailAsync(server.Client.FailWithBytesAsync(body, deadline: Deadline));

        Assert.Equal(StatusCode.DataLoss, exception.StatusCode);
        Assert.Throws<InvalidProtocolBufferException>(() => exception.GetRpcStatus());
        Assert.Null(exception.Trailers.GetRpcStatus(ignoreParseError: true));
    }

    [Fact]
    public async Task A_call_that_its_client_cancels_has_no_status_of_the_servers()
    {
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        var exception = await FailAsync(server.Client.FailAsync(TooMany, cancellationToken: cancellation.Token));

        Assert.Equal(StatusCode.Cancelled, exception.StatusCode);
        Assert.Null(exception.GetRpcStatus());
    }

    private static async Task<RpcException> FailAsync(AsyncUnaryCall<Empty> call)
    {
        using (call)
        {
            return await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync.InTime());
        }
    }
}
