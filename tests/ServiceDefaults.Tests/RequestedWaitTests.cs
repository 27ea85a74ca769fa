using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Workshop.ServiceDefaults;
using Status = Google.Rpc.Status;

namespace Workshop.Tests;

public sealed class RequestedWaitTests
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(2, 500_000_000, 2.5)]
    [InlineData(3599, 0, 3599)]
    public void Is_as_long_as_the_server_says(long seconds, int nanos, double expected) =>
        Assert.Equal(TimeSpan.FromSeconds(expected), RequestedWait.Of(Failure(seconds, nanos)));

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, -1)]
    [InlineData(3600, 0)]
    [InlineData(long.MaxValue, 0)]
    [InlineData(1, int.MaxValue)]
    public void Is_none_where_it_is_no_time_or_too_long(long seconds, int nanos)
    {
        Assert.Null(RequestedWait.Of(Failure(seconds, nanos)));
        Assert.True(RequestedWait.IsIn(Failure(seconds, nanos)));
    }

    [Fact]
    public void Details_that_cannot_be_read_ask_for_nothing()
    {
        var unreadable = new Any { TypeUrl = Any.Pack(new RetryInfo()).TypeUrl, Value = ByteString.CopyFrom(0xff) };
        var failure = new Status { Code = (int)StatusCode.Unavailable, Details = { unreadable } }.ToRpcException();

        Assert.Null(RequestedWait.Of(failure));
        Assert.False(RequestedWait.IsIn(failure));
        Assert.False(RequestedWait.IsIn(new RpcException(Grpc.Core.Status.DefaultCancelled)));
    }

    private static RpcException Failure(long seconds, int nanos) => new Status
    {
        Code = (int)StatusCode.Unavailable,
        Details = { Any.Pack(new RetryInfo { RetryDelay = new Duration { Seconds = seconds, Nanos = nanos } }) },
    }.ToRpcException();
}
