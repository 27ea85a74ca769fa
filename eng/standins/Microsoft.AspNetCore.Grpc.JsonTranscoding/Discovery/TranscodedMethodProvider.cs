using System.Reflection;
using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.AspNetCore.Server.Model;
using Grpc.Core;
using Microsoft.AspNetCore.Grpc.JsonTranscoding.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Discovery;

/// <summary>Finds the methods of a service that have a <c>google.api.http</c> rule, and adds an endpoint for each rule.</summary>
internal sealed class TranscodedMethodProvider<TService>(
    IOptions<GrpcJsonTranscodingOptions> options,
    IOptions<GrpcServiceOptions> globalOptions,
    IOptions<GrpcServiceOptions<TService>> serviceOptions,
    IGrpcServiceActivator<TService> activator,
    IServiceProvider services,
    ILoggerFactory loggers)
    : IServiceMethodProvider<TService>
    where TService : class
{
    private const BindingFlags AnyStatic = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    public void OnServiceMethodDiscovery(ServiceMethodProviderContext<TService> context)
    {
        // A service without generated code has no descriptors, and so no rules.
        if (typeof(TService).GetCustomAttribute<BindServiceMethodAttribute>(inherit: true) is not { } binding
            || binding.BindType.GetProperty("Descriptor", AnyStatic)?.GetValue(null) is not ServiceDescriptor descriptor
            || FindBindMethod(binding) is not { } bind)
        {
            return;
        }

        var binder = new TranscodedServiceBinder<TService>(
            context,
            descriptor,
            new JsonContract(options.Value),
            new Calls.ServiceInvoker<TService>(
                activator,
                services,
                [.. globalOptions.Value.Interceptors, .. serviceOptions.Value.Interceptors]),
            serviceOptions.Value.EnableDetailedErrors ?? globalOptions.Value.EnableDetailedErrors ?? false,
            loggers.CreateLogger("Microsoft.AspNetCore.Grpc.JsonTranscoding"));

        // Without a service there are no handlers, but each method is told.
        bind.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, [binder, null], culture: null);
    }

    private static MethodInfo? FindBindMethod(BindServiceMethodAttribute binding) =>
        binding.BindType.GetMethods(AnyStatic).FirstOrDefault(method => method.Name == binding.BindMethodName
            && method.GetParameters() is [{ ParameterType: var binder }, { ParameterType: var service }]
            && binder == typeof(ServiceBinderBase) && service.IsAssignableFrom(typeof(TService)));
}
