using Google.Api;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;

namespace Workshop.Standins.Tests.GoogleApiCommonProtos;

/// <summary>The bytes and the JSON are the ones that every other language writes.</summary>
public sealed class WireTests
{
    // Put together by hand from the protobuf encoding: a byte of number and type, a length, the content.
    private const string ErrorInfo =
        "0a 05 53 4d 41 4c 4c" // reason = 1: "SMALL"
        + "12 01 64" // domain = 2: "d"
        + "1a 06 0a 01 6b 12 01 76"; // metadata = 3: "k" to "v"

    [Fact]
    public void A_status_with_a_detail_has_the_documented_bytes()
    {
        var status = new Status
        {
            Code = (int)Code.NotFound,
            Message = "no",
            Details = { Any.Pack(new ErrorInfo { Reason = "SMALL", Domain = "d", Metadata = { ["k"] = "v" } }) },
        };

        var url = Convert.ToHexStringLower("type.googleapis.com/google.rpc.ErrorInfo"u8);
        var expected = $"08 05 12 02 6e 6f 1a 3e 0a 28 {url} 12 12 {ErrorInfo}".Replace(" ", "", StringComparison.Ordinal);
        Assert.Equal(expected, Convert.ToHexStringLower(status.ToByteArray()));
    }

    [Fact]
    public void A_field_that_is_not_known_here_is_kept()
    {
        // reason = 1: "x", and a field 15 of a later version.
        var bytes = Convert.FromHexString("0a01787a0179");

        var info = Google.Rpc.ErrorInfo.Parser.ParseFrom(bytes);

        Assert.Equal("x", info.Reason);
        Assert.Equal(bytes, info.ToByteArray());
    }

    [Fact]
    public void Json_has_the_documented_names()
    {
        var status = new Status
        {
            Code = 8,
            Details =
            {
                Any.Pack(new RetryInfo { RetryDelay = new Duration { Seconds = 1 } }),
                Any.Pack(new BadRequest { FieldViolations = { new BadRequest.Types.FieldViolation { Field = "f", Reason = "R" } } }),
                Any.Pack(new QuotaFailure { Violations = { new QuotaFailure.Types.Violation { FutureQuotaValue = 0 } } }),
            },
        };
        var formatter = new JsonFormatter(JsonFormatter.Settings.Default.WithTypeRegistry(StandardErrorTypeRegistry.Registry));

        Assert.Equal(
            """{ "code": 8, "details": [ { "@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "1s" }, """
            + """{ "@type": "type.googleapis.com/google.rpc.BadRequest", "fieldViolations": [ { "field": "f", "reason": "R" } ] }, """
            + """{ "@type": "type.googleapis.com/google.rpc.QuotaFailure", "violations": [ { "futureQuotaValue": "0" } ] } ] }""",
            formatter.Format(status));
    }

    [Fact]
    public void The_codes_are_those_of_grpc() => Assert.Equal(
        System.Enum.GetValues<Grpc.Core.StatusCode>().ToDictionary(code => code == Grpc.Core.StatusCode.OK ? "Ok" : $"{code}", code => (int)code),
        System.Enum.GetValues<Code>().ToDictionary(code => $"{code}", code => (int)code));

    [Fact]
    public void A_body_is_carried_as_it_is()
    {
        var body = new HttpBody { ContentType = "text/plain", Data = ByteString.CopyFromUtf8("hi") };

        Assert.Equal("0a0a746578742f706c61696e12026869", Convert.ToHexStringLower(body.ToByteArray()));
    }
}
