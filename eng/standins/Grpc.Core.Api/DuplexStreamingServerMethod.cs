namespace Grpc.Core;

/// <summary>A server's handler of a call with a stream of requests and a stream of responses.</summary>
/// <remarks>The stream of responses ends when the task does.</remarks>
public delegate Task DuplexStreamingServerMethod<TRequest, TResponse>(
    IAsyncStreamReader<TRequest> requestStream,
    IServerStreamWriter<TResponse> responseStream,
    ServerCallContext context)
    where TRequest : class
    where TResponse : class;
