using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace Workshop.Standins.Tests.GrpcStatusProto;

public sealed class RpcStatusExtensionsTests
{
    private static readonly Google.Rpc.Status NotFound = new()
    {
        Code = (int)Code.NotFound,
        Message = "There is no such failure.",
        Details = { Any.Pack(new ErrorInfo { Reason = "NO_FAILURE" }) },
    };

    [Fact]
    public void The_exception_has_the_code_and_the_message_of_the_status()
    {
        var exception = NotFound.ToRpcException();

        Assert.Equal(StatusCode.NotFound, exception.StatusCode);
        Assert.Equal("There is no such failure.", exception.Status.Detail);
        Assert.Equal(NotFound, exception.GetRpcStatus());
        Assert.Equal(MetadataExtensions.StatusDetailsTrailerName, Assert.Single(exception.Trailers).Key);
    }

    [Fact]
    public void The_exception_may_have_another_code_and_message_and_the_status_stays_as_it_is()
    {
        var exception = NotFound.ToRpcException(StatusCode.Aborted, "Something else.");

        Assert.Equal(new Grpc.Core.Status(StatusCode.Aborted, "Something else."), exception.Status);
        Assert.Equal(NotFound, exception.GetRpcStatus());
    }

    [Theory]
    [InlineData(17)]
    [InlineData(-1)]
    [InlineData(1000)]
    public void A_code_that_grpc_does_not_know_becomes_unknown_and_stays_in_the_status(int code)
    {
        var exception = new Google.Rpc.Status { Code = code }.ToRpcException();

        Assert.Equal(StatusCode.Unknown, exception.StatusCode);
        Assert.Equal(code, exception.GetRpcStatus()!.Code);
    }

    [Fact]
    public void Every_code_becomes_the_one_of_the_same_name() => Assert.All(
        System.Enum.GetValues<Code>(),
        code => Assert.Equal(
            $"{code}",
            $"{new Google.Rpc.Status { Code = (int)code }.ToRpcException().StatusCode}",
            ignoreCase: true));

    [Fact]
    public void A_status_without_a_message_gives_an_exception_with_an_empty_one()
    {
        var exception = new Google.Rpc.Status { Code = (int)Code.Internal }.ToRpcException();

        Assert.Equal("", exception.Status.Detail);
        Assert.Equal("", exception.GetRpcStatus()!.Message);
    }

    [Fact]
    public void The_exception_keeps_the_status_that_it_was_made_of()
    {
        var status = NotFound.Clone();
        var exception = status.ToRpcException();

        status.Message = "Changed later.";

        Assert.Equal(NotFound, exception.GetRpcStatus());
    }

    [Fact]
    public void Null_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => ((Google.Rpc.Status)null!).ToRpcException());
        Assert.Throws<ArgumentNullException>(() => ((Google.Rpc.Status)null!).ToRpcException(StatusCode.Aborted, "x"));
    }
}
