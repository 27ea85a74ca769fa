using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Workshop.Standins.V1;

namespace Workshop.Standins.Tests.GoogleApiCommonProtos;

/// <summary>The members of <c>google.rpc.Status</c> that are written by hand.</summary>
public sealed class StatusDetailsTests
{
    private static readonly ErrorInfo First = new() { Reason = "FIRST", Domain = "failures.workshop.example" };
    private static readonly RetryInfo Retry = new() { RetryDelay = Duration.FromTimeSpan(TimeSpan.FromSeconds(2)) };

    [Fact]
    public void A_detail_is_the_first_one_of_its_type()
    {
        var status = With(Any.Pack(Retry), Any.Pack(First), Any.Pack(new ErrorInfo { Reason = "SECOND" }));

        Assert.Equal(First, status.GetDetail<ErrorInfo>());
    }

    [Fact]
    public void A_detail_that_is_not_there_is_null() => Assert.Null(With(Any.Pack(Retry)).GetDetail<ErrorInfo>());

    [Fact]
    public void A_status_without_details_has_none()
    {
        Assert.Null(new Status().GetDetail<ErrorInfo>());
        Assert.Empty(new Status().UnpackDetailMessages());
    }

    [Fact]
    public void A_detail_may_be_of_a_type_of_ones_own()
    {
        var failure = new Failure { Name = "failures/1" };

        Assert.Equal(failure, With(Any.Pack(failure)).GetDetail<Failure>());
    }

    [Fact]
    public void A_detail_with_the_bytes_of_something_else_is_an_error()
    {
        var detail = Any.Pack(First);
        detail.Value = ByteString.CopyFrom(0xFF);

        Assert.Throws<InvalidProtocolBufferException>(() => With(detail).GetDetail<ErrorInfo>());
    }

    [Theory]
    [InlineData("")]
    [InlineData("type.googleapis.com/")]
    [InlineData("type.googleapis.com/not.known.Here")]
    [InlineData("google.rpc.ErrorInfo")]
    public void A_detail_of_an_unknown_type_is_left_out(string typeUrl)
    {
        var status = With(new Any { TypeUrl = typeUrl, Value = First.ToByteString() }, Any.Pack(Retry));

        Assert.Null(status.GetDetail<ErrorInfo>());
        Assert.Equal([Retry], status.UnpackDetailMessages());
    }

    [Fact]
    public void A_type_counts_whatever_stands_before_its_name()
    {
        var status = With(Any.Pack(First, "types.workshop.example"));

        Assert.Equal(First, status.GetDetail<ErrorInfo>());
        Assert.Equal([First], status.UnpackDetailMessages());
    }

    [Fact]
    public void All_standard_details_are_unpacked_in_their_order()
    {
        IMessage[] details =
        [
            First, Retry, new DebugInfo { Detail = "x" }, new QuotaFailure(), new PreconditionFailure(), new BadRequest(),
            new RequestInfo { RequestId = "1" }, new ResourceInfo(), new Help(), new LocalizedMessage { Locale = "fr-CH" },
        ];
        var status = With([.. details.Select(Any.Pack)]);

        Assert.Equal(details, status.UnpackDetailMessages());
        Assert.All(details, detail => Assert.Same(
            detail.Descriptor, StandardErrorTypeRegistry.Registry.Find(detail.Descriptor.FullName)));
    }

    [Fact]
    public void A_registry_of_ones_own_decides_what_is_unpacked()
    {
        var failure = new Failure { Name = "failures/1" };
        var status = With(Any.Pack(First), Any.Pack(failure));

        Assert.Equal([First], status.UnpackDetailMessages());
        Assert.Equal([failure], status.UnpackDetailMessages(TypeRegistry.FromMessages(Failure.Descriptor)).OfType<Failure>());
    }

    private static Status With(params Any[] details) => new() { Details = { details } };
}
