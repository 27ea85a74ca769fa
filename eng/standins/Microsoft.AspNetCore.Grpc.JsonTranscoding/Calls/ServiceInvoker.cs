using Grpc.AspNetCore.Server;
using Grpc.AspNetCore.Server.Model;
using Grpc.Core;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Calls;

/// <summary>Calls the methods of a service as the gRPC server does: through the interceptors, on an object of the
/// call's own.</summary>
/// <param name="activator">Makes the service.</param>
/// <param name="services">Where the interceptors' activators are.</param>
/// <param name="interceptors">The interceptors, the outermost first.</param>
internal sealed class ServiceInvoker<TService>(
    IGrpcServiceActivator<TService> activator, IServiceProvider services, IReadOnlyList<InterceptorRegistration> interceptors)
    where TService : class
{
    public UnaryServerMethod<TRequest, TResponse> Unary<TRequest, TResponse>(
        UnaryServerMethod<TService, TRequest, TResponse> method)
        where TRequest : class
        where TResponse : class =>
        interceptors.Reverse().Aggregate<InterceptorRegistration, UnaryServerMethod<TRequest, TResponse>>(
            async (request, call) =>
            {
                var service = activator.Create(call.GetHttpContext().RequestServices);
                try
                {
                    return await method(service.Instance, request, call);
                }
                finally
                {
                    await activator.ReleaseAsync(service);
                }
            },
            (next, registration) =>
            {
                var interceptors = ActivatorOf(registration);
                return async (request, call) =>
                {
                    var interceptor = interceptors.Create(call.GetHttpContext().RequestServices, registration);
                    try
                    {
                        return await interceptor.Instance.UnaryServerHandler(request, call, next);
                    }
                    finally
                    {
                        await interceptors.ReleaseAsync(interceptor);
                    }
                };
            });

    public ServerStreamingServerMethod<TRequest, TResponse> ServerStreaming<TRequest, TResponse>(
        ServerStreamingServerMethod<TService, TRequest, TResponse> method)
        where TRequest : class
        where TResponse : class =>
        interceptors.Reverse().Aggregate<InterceptorRegistration, ServerStreamingServerMethod<TRequest, TResponse>>(
            async (request, stream, call) =>
            {
                var service = activator.Create(call.GetHttpContext().RequestServices);
                try
                {
                    await method(service.Instance, request, stream, call);
                }
                finally
                {
                    await activator.ReleaseAsync(service);
                }
            },
            (next, registration) =>
            {
                var interceptors = ActivatorOf(registration);
                return async (request, stream, call) =>
                {
                    var interceptor = interceptors.Create(call.GetHttpContext().RequestServices, registration);
                    try
                    {
                        await interceptor.Instance.ServerStreamingServerHandler(request, stream, call, next);
                    }
                    finally
                    {
                        await interceptors.ReleaseAsync(interceptor);
                    }
                };
            });

    private IGrpcInterceptorActivator ActivatorOf(InterceptorRegistration registration) =>
        (IGrpcInterceptorActivator)services.GetService(typeof(IGrpcInterceptorActivator<>).MakeGenericType(registration.Type))!;
}
