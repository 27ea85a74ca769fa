using System.Reflection;
using Google.Api;
using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server.Model;
using Grpc.Core;
using Microsoft.AspNetCore.Grpc.JsonTranscoding.Binding;
using Microsoft.AspNetCore.Grpc.JsonTranscoding.Calls;
using Microsoft.AspNetCore.Grpc.JsonTranscoding.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Discovery;

/// <summary>Is told each method of a service by its generated code, and adds an endpoint for each of its rules.</summary>
internal sealed class TranscodedServiceBinder<TService>(
    ServiceMethodProviderContext<TService> context,
    ServiceDescriptor descriptor,
    JsonContract contract,
    ServiceInvoker<TService> invoker,
    bool hasDetailedErrors,
    ILogger logger)
    : ServiceBinderBase
    where TService : class
{
    private readonly Dictionary<string, string> _shapes = [];

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler)
    {
        if (RuleOf(method) is not { } rule)
        {
            return;
        }

        var (target, attributes) = FindTarget(method.Name, typeof(TRequest), typeof(ServerCallContext));
        var invoke = invoker.Unary(target.CreateDelegate<UnaryServerMethod<TService, TRequest, TResponse>>());
        AddEndpoints(method, rule, attributes, binding => new UnaryCall<TRequest, TResponse>(
            contract, binding, method.FullName, hasDetailedErrors, logger, invoke));
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler)
    {
        if (RuleOf(method) is not { } rule)
        {
            return;
        }

        var (target, attributes) = FindTarget(
            method.Name, typeof(TRequest), typeof(IServerStreamWriter<TResponse>), typeof(ServerCallContext));
        var invoke = invoker.ServerStreaming(
            target.CreateDelegate<ServerStreamingServerMethod<TService, TRequest, TResponse>>());
        AddEndpoints(method, rule, attributes, binding => new ServerStreamingCall<TRequest, TResponse>(
            contract, binding, method.FullName, hasDetailedErrors, logger, invoke));
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler) =>
        WarnIfRuled(method);

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler) =>
        WarnIfRuled(method);

    private void WarnIfRuled(IMethod method)
    {
        if (RuleOf(method) is not null)
        {
            TranscodingLog.StreamingNotSupported(logger, method.FullName);
        }
    }

    /// <summary>The rule of a method. A project may have compiled http.proto itself, and so have another type for it;
    /// read again from its bytes, it is always that of Google.Api.CommonProtos.</summary>
    private HttpRule? RuleOf(IMethod method)
    {
        var options = descriptor.FindMethodByName(method.Name)?.GetOptions();
        return options is null
            ? null
            : MethodOptions.Parser.WithExtensionRegistry([AnnotationsExtensions.Http])
                .ParseFrom(Google.Protobuf.MessageExtensions.ToByteArray(options)).GetExtension(AnnotationsExtensions.Http);
    }

    private static (MethodInfo Method, List<object> Attributes) FindTarget(string name, params Type[] parameters)
    {
        var method = typeof(TService).GetMethod(name, parameters) ?? throw new InvalidOperationException(
            $"{typeof(TService)} has no public method {name}({string.Join(", ", parameters.Select(type => type.Name))}).");
        // Attributes of the class first: those of the method count more.
        return (method, [.. typeof(TService).GetCustomAttributes(inherit: true), .. method.GetCustomAttributes(inherit: true)]);
    }

    private void AddEndpoints<TRequest, TResponse>(
        Method<TRequest, TResponse> method, HttpRule rule, List<object> attributes, Func<MethodBinding, TranscodedCall> makeCall)
        where TRequest : class
        where TResponse : class
    {
        var methodDescriptor = descriptor.FindMethodByName(method.Name);
        foreach (var one in rule.AdditionalBindings.Prepend(rule))
        {
            var binding = new MethodBindingFactory(contract, methodDescriptor, one).Create(out var template);
            ThrowIfTaken(methodDescriptor, binding.HttpMethod, template);
            // "*" as the kind of a custom pattern is any HTTP method, which is an empty list here.
            var httpMethods = binding.HttpMethod == "*" ? Array.Empty<string>() : [binding.HttpMethod];
            context.AddMethod(
                method,
                binding.Route.Pattern,
                [.. attributes, new HttpMethodMetadata(httpMethods), new GrpcJsonTranscodingMetadata(methodDescriptor, one)],
                makeCall(binding).HandleAsync);
        }
    }

    private void ThrowIfTaken(MethodDescriptor method, string httpMethod, Templates.PathTemplate template)
    {
        var shape = $"{httpMethod} {template.Shape}";
        if (!_shapes.TryAdd(shape, $"'{template.Text}' of the rpc {method.FullName}"))
        {
            throw new InvalidOperationException(
                $"The google.api.http rule '{template.Text}' of the rpc {method.FullName} matches the same requests ({httpMethod}) "
                + $"as {_shapes[shape]}. Give one of them another path, verb or HTTP method.");
        }
    }
}
