using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Workshop.JsonTranscoding.Tests.Servers;

namespace Workshop.JsonTranscoding.Tests;

/// <summary>A time in JSON is the text that the library of Protobuf makes of it.</summary>
public sealed class TimestampTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 1)]
    [InlineData(0, 999_999_999)]
    [InlineData(-1, 500_000_000)]
    [InlineData(1_767_323_045, 6_000_000)]
    [InlineData(1_767_323_045, 100_000)]
    [InlineData(1_767_323_045, 123_456_000)]
    [InlineData(1_767_323_045, 120_000_000)]
    [InlineData(-62_135_596_800, 0)]
    [InlineData(-62_135_596_800, 7)]
    [InlineData(253_402_300_799, 999_999_999)]
    [InlineData(951_782_400, 0)]
    public async Task A_time_has_the_digits_that_it_needs(long seconds, int nanos)
    {
        var time = new Timestamp { Seconds = seconds, Nanos = nanos };

        var answer = await AnswerAsync(time);

        Assert.Equal(409, answer.Code);
        Assert.Contains($"\"value\":{JsonFormatter.Default.Format(time)}}}", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-62_135_596_801, 0)]
    [InlineData(253_402_300_800, 0)]
    [InlineData(long.MaxValue, 0)]
    [InlineData(long.MinValue, 0)]
    [InlineData(0, -1)]
    [InlineData(0, 1_000_000_000)]
    public async Task A_time_of_no_calendar_has_no_json(long seconds, int nanos)
    {
        var answer = await AnswerAsync(new Timestamp { Seconds = seconds, Nanos = nanos });

        Assert.Equal(500, answer.Code);
    }

    // As a detail of an error: so a test can send what no client could.
    private static async Task<Answer> AnswerAsync(Timestamp time)
    {
        var status = new Google.Rpc.Status { Code = (int)Code.Aborted, Message = "Later.", Details = { Any.Pack(time) } };
        await using var server = await CallServer.StartAsync(
            new CallsOfTest { Run = (_, _) => throw status.ToRpcException() },
            options => options.TypeRegistry = TypeRegistry.FromMessages(Timestamp.Descriptor));
        return await server.GetAsync("/v1/run");
    }
}
