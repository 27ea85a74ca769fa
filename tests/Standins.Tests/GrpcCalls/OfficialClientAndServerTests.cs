using Grpc.Core;

namespace Workshop.Standins.Tests.GrpcCalls;

/// <summary>The official client calls the official server: each kind of call, metadata, errors, cancellation.</summary>
/// <remarks>
/// Source: "Call gRPC services with the .NET client" (https://learn.microsoft.com/aspnet/core/grpc/client); "Status
/// codes and their use in gRPC".
/// </remarks>
public sealed class OfficialClientAndServerTests(EchoServer server) : IClassFixture<EchoServer>
{
    [Fact]
    public async Task A_unary_call_carries_a_message_and_metadata_both_ways()
    {
        var options = new CallOptions(new Metadata { { "Caller", "test" } }, DateTime.UtcNow.AddSeconds(20));

        using var call = server.Invoker.AsyncUnaryCall(EchoMethods.Upper, null, options, "hello");

        Assert.Equal("HELLO", await call.ResponseAsync.InTime());
        Assert.Equal(EchoMethods.Upper.FullName, (await call.ResponseHeadersAsync.InTime()).GetValue("method"));
        Assert.Equal("test", call.GetTrailers().GetValue("caller"));
        Assert.Equal(Status.DefaultSuccess, call.GetStatus());
    }

    [Fact]
    public async Task An_error_arrives_with_its_status_and_trailers()
    {
        using var call = server.Invoker.AsyncUnaryCall(EchoMethods.Upper, null, default, "");

        var error = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync.InTime());

        Assert.Equal(
            """Status(StatusCode="InvalidArgument", Detail="Nothing to turn into capitals.")""", error.Message);
        Assert.Equal("empty", error.Trailers.GetValue("reason"));
        Assert.Equal([1, 2, 3], error.Trailers.GetValueBytes("reason-bin"));
    }

    [Fact]
    public async Task A_client_stream_arrives_whole_and_in_order()
    {
        using var call = server.Invoker.AsyncClientStreamingCall(EchoMethods.Join, null, default);

        await call.RequestStream.WriteAsync("one").InTime();
        await call.RequestStream.WriteAsync("two", CancellationToken.None).InTime();
        await call.RequestStream.CompleteAsync().InTime();

        Assert.Equal("one two", await call.ResponseAsync.InTime());
    }

    [Fact]
    public async Task A_server_stream_arrives_whole_and_in_order()
    {
        using var call = server.Invoker.AsyncServerStreamingCall(EchoMethods.Split, null, default, "one two three");

        var words = await call.ResponseStream.ReadAllAsync().ToListAsync().AsTask().InTime();

        Assert.Equal(["one", "two", "three"], words);
    }

    [Fact]
    public async Task A_duplex_stream_answers_each_message_before_the_next()
    {
        using var call = server.Invoker.AsyncDuplexStreamingCall(EchoMethods.Chat, null, default);
        var answers = new List<string>();

        foreach (var word in new[] { "yes", "no" })
        {
            await call.RequestStream.WriteAsync(word).InTime();
            Assert.True(await call.ResponseStream.MoveNext().InTime());
            answers.Add(call.ResponseStream.Current);
        }

        await call.RequestStream.CompleteAsync().InTime();
        Assert.False(await call.ResponseStream.MoveNext().InTime());
        Assert.Equal(["You said yes.", "You said no."], answers);
    }

    [Fact]
    public void A_blocking_call_returns_the_response()
    {
        var options = new CallOptions(deadline: DateTime.UtcNow.AddSeconds(20));

        var response = server.Invoker.BlockingUnaryCall(EchoMethods.Upper, null, options, "hello");

        Assert.Equal("HELLO", response);
    }

    [Fact]
    public async Task Cancelling_a_call_ends_it_with_the_status_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var options = new CallOptions().WithCancellationToken(cancellation.Token);
        using var call = server.Invoker.AsyncDuplexStreamingCall(EchoMethods.Chat, null, options);

        await cancellation.CancelAsync();
        var error = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext().InTime());

        Assert.Equal(StatusCode.Cancelled, error.StatusCode);
    }
}
