using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Workshop.Harness;

/// <summary>Writes to the transcript what a peer server sees of a client: the call, its message, the connection it
/// came on, its deadline.</summary>
internal sealed class PeerRecorder(Transcript transcript) : Interceptor
{
    private readonly ConcurrentDictionary<string, int> _connections = new();

    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        Saw(context, MessageJson.Of(request));
        return continuation(request, context);
    }

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Saw(context, MessageJson.Of(request));
        return continuation(request, responseStream, context);
    }

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        ServerCallContext context,
        ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Saw(context, "a stream");
        return continuation(new PeerReader<TRequest>(requestStream, transcript), context);
    }

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Saw(context, "a stream");
        return continuation(new PeerReader<TRequest>(requestStream, transcript), responseStream, context);
    }

    private void Saw(ServerCallContext context, string message)
    {
        var connection = _connections.GetOrAdd(
            context.GetHttpContext().Connection.Id, _ => _connections.Count + 1);
        transcript.Add(
            "peer saw", $"{context.Method.TrimStart('/')} {message} on connection {connection}, {Deadline(context)}");
    }

    // Rounded up, to five seconds or to a minute: the time that the call was under way must not show in a snapshot.
    private static string Deadline(ServerCallContext context)
    {
        if (context.Deadline == DateTime.MaxValue)
        {
            return "without a deadline";
        }

        var left = context.Deadline - DateTime.UtcNow;
        return left <= TimeSpan.FromMinutes(1)
            ? $"deadline in {Math.Ceiling(left.TotalSeconds / 5) * 5:0} s"
            : $"deadline in {Math.Ceiling(left.TotalMinutes):0} min";
    }
}
