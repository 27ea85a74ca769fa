using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Workshop.JsonTranscoding.Tests.Servers;
using Status = Google.Rpc.Status;

namespace Workshop.JsonTranscoding.Tests;

/// <summary>What a failed call answers: google.rpc.Status as JSON.</summary>
public sealed class ErrorTests
{
    private static readonly Status WithDetails = new()
    {
        Code = (int)Code.NotFound,
        Message = "No such book.",
        Details = { Any.Pack(new ErrorInfo { Reason = "NO_BOOK", Domain = "books", Metadata = { ["id"] = "7" } }) },
    };

    [Fact]
    public async Task The_details_of_a_status_are_written_with_their_type()
    {
        await using var server = await CallServer.StartAsync(
            new CallsOfTest { Run = (_, _) => throw WithDetails.ToRpcException() },
            options => options.TypeRegistry = TypeRegistry.FromMessages(ErrorInfo.Descriptor));

        var answer = await server.GetAsync("/v1/run");

        Assert.Equal(404, answer.Code);
        Assert.Equal(
            """{"code":5,"message":"No such book.","details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"NO_BOOK","domain":"books","metadata":{"id":"7"}}]}""",
            answer.Text);
    }

    [Fact]
    public async Task Details_in_the_trailers_of_the_call_are_written_too()
    {
        await using var server = await CallServer.StartAsync(
            new CallsOfTest
            {
                Run = (_, context) =>
                {
                    context.ResponseTrailers.Add("grpc-status-details-bin", WithDetails.ToByteArray());
                    throw new RpcException(new Grpc.Core.Status(StatusCode.Aborted, "Another."));
                },
            },
            options => options.TypeRegistry = TypeRegistry.FromMessages(ErrorInfo.Descriptor));

        var answer = await server.GetAsync("/v1/run");

        Assert.Equal(409, answer.Code);
        Assert.Contains("NO_BOOK", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Details_of_a_type_that_is_not_registered_are_a_500()
    {
        await using var server = await CallServer.StartAsync(
            new CallsOfTest { Run = (_, _) => throw WithDetails.ToRpcException() },
            grpc: options => options.EnableDetailedErrors = true);

        var answer = await server.GetAsync("/v1/run");

        Assert.Equal(500, answer.Code);
        Assert.Contains("GrpcJsonTranscodingOptions.TypeRegistry", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_is_UNKNOWN_and_tells_nothing()
    {
        await using var server = await CallServer.StartAsync((_, _) => throw new InvalidOperationException("Secret."));

        var answer = await server.GetAsync("/v1/run");

        Assert.Equal(500, answer.Code);
        Assert.Equal("""{"code":2,"message":"Exception was thrown by handler.","details":[]}""", answer.Text);
    }

    [Fact]
    public async Task With_detailed_errors_an_exception_is_told()
    {
        await using var server = await CallServer.StartAsync(
            new CallsOfTest { Run = (_, _) => throw new InvalidOperationException("The shelf fell.") },
            grpc: options => options.EnableDetailedErrors = true);

        var answer = await server.GetAsync("/v1/run");

        Assert.Equal(
            """{"code":2,"message":"Exception was thrown by handler. InvalidOperationException: The shelf fell.","details":[]}""",
            answer.Text);
    }

    [Fact]
    public async Task Without_default_values_there_are_no_details()
    {
        await using var server = await CallServer.StartAsync(
            new CallsOfTest { Run = (_, _) => throw new RpcException(new Grpc.Core.Status(StatusCode.NotFound, "None.")) },
            options => options.JsonSettings.IgnoreDefaultValues = true);

        var answer = await server.GetAsync("/v1/run");

        Assert.Equal("""{"code":5,"message":"None."}""", answer.Text);
    }
}
