using Grpc.Core;

namespace Workshop.Standins.Tests.GrpcCoreApi;

/// <summary>Sends nothing, notes what it was asked to call, and answers with null at once.</summary>
internal sealed class RecordingCallInvoker(List<string> heard) : CallInvoker
{
    public CallOptions Options { get; private set; }

    public string? Host { get; private set; }

    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        Note(nameof(BlockingUnaryCall), host, options);
        return null!;
    }

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        Note(nameof(AsyncUnaryCall), host, options);
        return null!;
    }

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        Note(nameof(AsyncServerStreamingCall), host, options);
        return null!;
    }

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        Note(nameof(AsyncClientStreamingCall), host, options);
        return null!;
    }

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        Note(nameof(AsyncDuplexStreamingCall), host, options);
        return null!;
    }

    private void Note(string call, string? host, CallOptions options)
    {
        heard.Add(call);
        Host = host;
        Options = options;
    }
}
