using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;

namespace Workshop.Standins.Tests.GrpcStatusProto;

public sealed class MetadataExtensionsTests
{
    private const string Trailer = "grpc-status-details-bin";

    // The tag says a text of 5 bytes, and one follows.
    private static readonly byte[] Malformed = [0x12, 0x05, 0x41];

    private static readonly Google.Rpc.Status Status = new() { Code = (int)Code.NotFound, Message = "gone" };

    [Fact]
    public void A_status_that_was_set_is_read_again()
    {
        var metadata = new Metadata();

        metadata.SetRpcStatus(Status);

        Assert.Equal(Status, metadata.GetRpcStatus());
        Assert.Equal(Status.ToByteArray(), metadata.GetValueBytes(Trailer));
    }

    [Fact]
    public void A_status_takes_the_place_of_those_before_it_and_of_nothing_else()
    {
        var metadata = new Metadata { { Trailer, Malformed }, { "other-bin", Malformed }, { Trailer, Malformed } };

        metadata.SetRpcStatus(Status);

        Assert.Equal(["other-bin", Trailer], metadata.Select(entry => entry.Key));
        Assert.Equal(Status, metadata.GetRpcStatus());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Without_the_trailer_there_is_no_status(bool ignoreParseError) =>
        Assert.Null(new Metadata { { "other-bin", Malformed } }.GetRpcStatus(ignoreParseError));

    [Fact]
    public void A_trailer_that_is_no_status_is_an_error()
    {
        var metadata = new Metadata { { Trailer, Malformed } };

        Assert.Throws<InvalidProtocolBufferException>(() => metadata.GetRpcStatus());
    }

    [Fact]
    public void A_trailer_that_is_no_status_can_be_ignored() =>
        Assert.Null(new Metadata { { Trailer, Malformed } }.GetRpcStatus(ignoreParseError: true));

    [Fact]
    public void An_empty_trailer_is_an_empty_status() =>
        Assert.Equal(new Google.Rpc.Status(), new Metadata { { Trailer, Array.Empty<byte>() } }.GetRpcStatus());

    [Fact]
    public void Null_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => ((Metadata)null!).GetRpcStatus());
        Assert.Throws<ArgumentNullException>(() => ((Metadata)null!).SetRpcStatus(Status));
        Assert.Throws<ArgumentNullException>(() => new Metadata().SetRpcStatus(null!));
        Assert.Throws<ArgumentNullException>(() => ((RpcException)null!).GetRpcStatus());
    }
}
