using Grpc.Core;
using Workshop.JsonTranscoding.Tests.Servers;
using Workshop.Transcoding.V1;

namespace Workshop.JsonTranscoding.Tests;

/// <summary>The HTTP status of each gRPC status, as google/rpc/code.proto says.</summary>
public sealed class StatusTests
{
    [Theory]
    [InlineData(StatusCode.OK, 200)]
    // google/rpc/code.proto says 499, which HTTP does not know.
    [InlineData(StatusCode.Cancelled, 408)]
    [InlineData(StatusCode.Unknown, 500)]
    [InlineData(StatusCode.InvalidArgument, 400)]
    [InlineData(StatusCode.DeadlineExceeded, 504)]
    [InlineData(StatusCode.NotFound, 404)]
    [InlineData(StatusCode.AlreadyExists, 409)]
    [InlineData(StatusCode.PermissionDenied, 403)]
    [InlineData(StatusCode.Unauthenticated, 401)]
    [InlineData(StatusCode.ResourceExhausted, 429)]
    [InlineData(StatusCode.FailedPrecondition, 400)]
    [InlineData(StatusCode.Aborted, 409)]
    [InlineData(StatusCode.OutOfRange, 400)]
    [InlineData(StatusCode.Unimplemented, 501)]
    [InlineData(StatusCode.Internal, 500)]
    [InlineData(StatusCode.Unavailable, 503)]
    [InlineData(StatusCode.DataLoss, 500)]
    public async Task Each_status_has_its_http_status(StatusCode code, int expected)
    {
        await using var server = await CallServer.StartAsync((_, context) =>
        {
            context.Status = new Status(code, "Why.");
            return Task.FromResult(new CallResponse());
        });

        var answer = await server.GetAsync("/v1/run");

        Assert.Equal(expected, answer.Code);
        Assert.Equal(
            code == StatusCode.OK ? """{"text":"","number":0}""" : $$"""{"code":{{(int)code}},"message":"Why.","details":[]}""", answer.Text);
    }

    [Theory]
    [InlineData(StatusCode.NotFound, 404)]
    [InlineData(StatusCode.Unavailable, 503)]
    [InlineData((StatusCode)99, 500)]
    public async Task A_thrown_status_is_answered_the_same_way(StatusCode code, int expected)
    {
        await using var server = await CallServer.StartAsync((_, _) => throw new RpcException(new Status(code, "Why.")));

        var answer = await server.GetAsync("/v1/run");

        Assert.Equal(expected, answer.Code);
        Assert.Equal($$"""{"code":{{(int)code}},"message":"Why.","details":[]}""", answer.Text);
        Assert.Equal("application/json; charset=utf-8", answer.ContentType);
    }

    [Fact]
    public async Task A_method_that_is_not_written_is_501()
    {
        await using var server = await CallServer.StartAsync(new CallsOfTest());

        var answer = await server.GetAsync("/v1/missing");

        Assert.Equal(501, answer.Code);
        Assert.Contains("\"code\":12", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_response_is_CANCELLED_as_in_grpc()
    {
        await using var server = await CallServer.StartAsync((_, _) => Task.FromResult<CallResponse>(null!));

        var answer = await server.GetAsync("/v1/run");

        Assert.Equal(408, answer.Code);
        Assert.Equal("""{"code":1,"message":"No message returned from method.","details":[]}""", answer.Text);
    }
}
