namespace Grpc.Core;

/// <summary>A server's handler of a call with one request and a stream of responses.</summary>
/// <remarks>The stream of responses ends when the task does.</remarks>
public delegate Task ServerStreamingServerMethod<TRequest, TResponse>(
    TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context)
    where TRequest : class
    where TResponse : class;
