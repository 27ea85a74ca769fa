namespace Grpc.Core.Interceptors;

/// <summary>A call that a client is about to make.</summary>
/// <remarks>An interceptor changes the call by handing a context of its own to the continuation.</remarks>
public struct ClientInterceptorContext<TRequest, TResponse>
    where TRequest : class
    where TResponse : class
{
    /// <param name="method">The method to call.</param>
    /// <param name="host">The host to name; null for the channel's own.</param>
    /// <param name="options">Headers, deadline and the like.</param>
    public ClientInterceptorContext(Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        Method = method;
        Host = host;
        Options = options;
    }

    public Method<TRequest, TResponse> Method { get; }

    public string? Host { get; }

    public CallOptions Options { get; }
}
