namespace Grpc.Core;

/// <summary>A method of a service, with what turns its messages into bytes.</summary>
public class Method<TRequest, TResponse> : IMethod
{
    /// <param name="type">Which sides stream.</param>
    /// <param name="serviceName">The service's name with its package.</param>
    /// <param name="name">The method's own name.</param>
    /// <param name="requestMarshaller">For the requests.</param>
    /// <param name="responseMarshaller">For the responses.</param>
    public Method(
        MethodType type,
        string serviceName,
        string name,
        Marshaller<TRequest> requestMarshaller,
        Marshaller<TResponse> responseMarshaller)
    {
        ArgumentNullException.ThrowIfNull(serviceName);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(requestMarshaller);
        ArgumentNullException.ThrowIfNull(responseMarshaller);
        Type = type;
        ServiceName = serviceName;
        Name = name;
        RequestMarshaller = requestMarshaller;
        ResponseMarshaller = responseMarshaller;
        FullName = $"/{serviceName}/{name}";
    }

    public MethodType Type { get; }

    public string ServiceName { get; }

    public string Name { get; }

    public Marshaller<TRequest> RequestMarshaller { get; }

    public Marshaller<TResponse> ResponseMarshaller { get; }

    public string FullName { get; }
}
