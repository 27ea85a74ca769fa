using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Workshop.Standins.Tests.GrpcCoreApi;

/// <summary>A server's interceptor goes on with the handler, unless a method is overridden.</summary>
/// <remarks>
/// Source: API reference of <c>Interceptor</c>
/// (https://grpc.github.io/grpc/csharp/api/Grpc.Core.Interceptors.Interceptor.html).
/// </remarks>
public sealed class ServerInterceptorTests
{
    private readonly List<string> _heard = [];
    private readonly TestServerCallContext _context = new();
    private readonly Interceptor _interceptor;

    public ServerInterceptorTests() => _interceptor = new RecordingInterceptor("a", _heard);

    [Fact]
    public async Task A_unary_handler_gets_the_request_and_gives_the_response()
    {
        var response = await _interceptor.UnaryServerHandler<string, string>(
            "request", _context, (request, context) => Handle(context, $"answer to {request}")).InTime();

        Assert.Equal("answer to request", response);
        Assert.Equal(["a UnaryServerHandler", "handler"], _heard);
    }

    [Fact]
    public async Task A_client_streaming_handler_gets_the_stream_and_gives_the_response()
    {
        var requests = new TestStream<string>("one");

        var response = await _interceptor.ClientStreamingServerHandler<string, string>(
            requests, _context, (stream, context) => Handle(context, $"{stream == requests}")).InTime();

        Assert.Equal("True", response);
        Assert.Equal(["a ClientStreamingServerHandler", "handler"], _heard);
    }

    [Fact]
    public async Task A_server_streaming_handler_gets_the_request_and_the_stream()
    {
        var responses = new TestStream<string>();

        await _interceptor.ServerStreamingServerHandler<string, string>(
            "request", responses, _context, (request, stream, context) => Handle(context, request, stream)).InTime();

        Assert.Equal(["request"], responses.Written);
        Assert.Equal(["a ServerStreamingServerHandler", "handler"], _heard);
    }

    [Fact]
    public async Task A_duplex_streaming_handler_gets_both_streams()
    {
        var stream = new TestStream<string>("one");

        await _interceptor.DuplexStreamingServerHandler<string, string>(
            stream,
            stream,
            _context,
            (requests, responses, context) => Handle(context, $"{requests == responses}", responses)).InTime();

        Assert.Equal(["True"], stream.Written);
        Assert.Equal(["a DuplexStreamingServerHandler", "handler"], _heard);
    }

    private async Task<string> Handle(
        ServerCallContext context, string response, IServerStreamWriter<string>? responses = null)
    {
        Assert.Same(_context, context);
        _heard.Add("handler");
        if (responses is not null)
        {
            await responses.WriteAsync(response);
        }

        return response;
    }
}
