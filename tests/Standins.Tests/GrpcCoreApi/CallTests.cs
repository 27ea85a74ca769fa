using Grpc.Core;

namespace Workshop.Standins.Tests.GrpcCoreApi;

/// <summary>The four objects that stand for a call in progress, as the client and as a test double make them.</summary>
/// <remarks>
/// Source: API reference of <c>AsyncUnaryCall</c>
/// (https://grpc.github.io/grpc/csharp/api/Grpc.Core.AsyncUnaryCall-1.html) and its three siblings; for the test
/// doubles https://learn.microsoft.com/aspnet/core/grpc/test-client.
/// </remarks>
public sealed class CallTests
{
    private static readonly Status Ended = new(StatusCode.Aborted, "x");
    private readonly Metadata _headers = [];
    private readonly Metadata _trailers = [];
    private readonly TestStream<string> _stream = new();
    private int _disposals;

    [Fact]
    public async Task A_unary_call_gives_the_response_to_whoever_awaits_it()
    {
        using var call = new AsyncUnaryCall<string>(
            Task.FromResult("response"), Task.FromResult(_headers), () => Ended, () => _trailers, () => _disposals++);

        Assert.Equal("response", await call);
        Assert.Equal("response", await call.ConfigureAwait(false));
        await AssertParts(call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose);
    }

    [Fact]
    public async Task A_client_streaming_call_gives_the_response_to_whoever_awaits_it()
    {
        var requests = new TestClientStream();
        using var call = new AsyncClientStreamingCall<string, string>(
            requests,
            Task.FromResult("response"),
            Task.FromResult(_headers),
            () => Ended,
            () => _trailers,
            () => _disposals++);

        Assert.Equal("response", await call);
        Assert.Equal("response", await call.ConfigureAwait(false));
        Assert.Same(requests, call.RequestStream);
        await AssertParts(call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose);
    }

    [Fact]
    public async Task A_server_streaming_call_has_its_stream()
    {
        using var call = new AsyncServerStreamingCall<string>(
            _stream, Task.FromResult(_headers), () => Ended, () => _trailers, () => _disposals++);

        Assert.Same(_stream, call.ResponseStream);
        await AssertParts(call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose);
    }

    [Fact]
    public async Task A_duplex_streaming_call_has_its_streams()
    {
        var requests = new TestClientStream();
        using var call = new AsyncDuplexStreamingCall<string, string>(
            requests, _stream, Task.FromResult(_headers), () => Ended, () => _trailers, () => _disposals++);

        Assert.Same(requests, call.RequestStream);
        Assert.Same(_stream, call.ResponseStream);
        await AssertParts(call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose);
    }

    [Fact]
    public async Task Functions_with_a_state_are_handed_it()
    {
        var requests = new TestClientStream();
        using var unary = new AsyncUnaryCall<string>(
            Task.FromResult("response"), Headers, Status, Trailers, Dispose, this);
        using var client = new AsyncClientStreamingCall<string, string>(
            requests, Task.FromResult("response"), Headers, Status, Trailers, Dispose, this);
        using var server = new AsyncServerStreamingCall<string>(_stream, Headers, Status, Trailers, Dispose, this);
        using var duplex = new AsyncDuplexStreamingCall<string, string>(
            requests, _stream, Headers, Status, Trailers, Dispose, this);

        await AssertParts(unary.ResponseHeadersAsync, unary.GetStatus, unary.GetTrailers, unary.Dispose);
        await AssertParts(client.ResponseHeadersAsync, client.GetStatus, client.GetTrailers, client.Dispose);
        await AssertParts(server.ResponseHeadersAsync, server.GetStatus, server.GetTrailers, server.Dispose);
        await AssertParts(duplex.ResponseHeadersAsync, duplex.GetStatus, duplex.GetTrailers, duplex.Dispose);
    }

    private static Task<Metadata> Headers(object state) => Task.FromResult(((CallTests)state)._headers);

    private static Status Status(object state) => Ended;

    private static Metadata Trailers(object state) => ((CallTests)state)._trailers;

    private static void Dispose(object state) => ((CallTests)state)._disposals++;

    private async Task AssertParts(
        Task<Metadata> headers, Func<Status> getStatus, Func<Metadata> getTrailers, Action dispose)
    {
        var before = _disposals;

        dispose();

        Assert.Same(_headers, await headers.InTime());
        Assert.Equal(Ended, getStatus());
        Assert.Same(_trailers, getTrailers());
        Assert.Equal(before + 1, _disposals);
    }

    private sealed class TestClientStream : IClientStreamWriter<string>
    {
        public WriteOptions? WriteOptions { get; set; }

        public Task WriteAsync(string message) => Task.CompletedTask;

        public Task CompleteAsync() => Task.CompletedTask;
    }
}
