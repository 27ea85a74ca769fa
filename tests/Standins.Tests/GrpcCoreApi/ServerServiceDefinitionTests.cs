using Grpc.Core;
using Workshop.Standins.Tests.GrpcCalls;

namespace Workshop.Standins.Tests.GrpcCoreApi;

/// <summary>The methods of a service, as a binder hears them.</summary>
/// <remarks>
/// Source: API reference of <c>ServerServiceDefinition</c>
/// (https://grpc.github.io/grpc/csharp/api/Grpc.Core.ServerServiceDefinition.html), <c>ServiceBinderBase</c> and
/// <c>BindServiceMethodAttribute</c>. The reference does not call the built definition a copy, and in the official
/// package it shares the builder's methods.
/// </remarks>
public sealed class ServerServiceDefinitionTests
{
    [Fact]
    public void A_binder_hears_each_method_with_its_handler_in_order()
    {
        var service = new EchoService();
        var definition = ServerServiceDefinition.CreateBuilder()
            .AddMethod(EchoMethods.Chat, service.Chat)
            .AddMethod(EchoMethods.Split, service.Split)
            .AddMethod(EchoMethods.Join, service.Join)
            .AddMethod(EchoMethods.Upper, service.Upper)
            .Build();
        var binder = new RecordingBinder();

        definition.BindService(binder);

        Assert.Equal(["duplex Chat True", "server Split True", "client Join True", "unary Upper True"], binder.Heard);
    }

    [Fact]
    public void A_method_is_added_once()
    {
        var service = new EchoService();
        var builder = new ServerServiceDefinition.Builder().AddMethod(EchoMethods.Upper, service.Upper);

        Assert.Throws<ArgumentException>(() => builder.AddMethod(EchoMethods.Upper, service.Upper));
    }

    [Fact]
    public void A_method_that_is_added_after_building_is_bound_too()
    {
        var service = new EchoService();
        var builder = ServerServiceDefinition.CreateBuilder().AddMethod(EchoMethods.Upper, service.Upper);
        var definition = builder.Build();
        var binder = new RecordingBinder();

        builder.AddMethod(EchoMethods.Join, service.Join);
        definition.BindService(binder);

        Assert.Equal(["unary Upper True", "client Join True"], binder.Heard);
    }

    [Fact]
    public void A_binder_that_overrides_nothing_takes_no_method()
    {
        var binder = new ServiceBinderBase();

        Assert.Throws<NotImplementedException>(
            () => binder.AddMethod(EchoMethods.Upper, (UnaryServerMethod<string, string>?)null));
        Assert.Throws<NotImplementedException>(
            () => binder.AddMethod(EchoMethods.Join, (ClientStreamingServerMethod<string, string>?)null));
        Assert.Throws<NotImplementedException>(
            () => binder.AddMethod(EchoMethods.Split, (ServerStreamingServerMethod<string, string>?)null));
        Assert.Throws<NotImplementedException>(
            () => binder.AddMethod(EchoMethods.Chat, (DuplexStreamingServerMethod<string, string>?)null));
    }

    [Fact]
    public void The_attribute_of_a_base_class_is_found_on_the_service()
    {
        var attribute = Attribute.GetCustomAttribute(typeof(EchoService), typeof(BindServiceMethodAttribute));

        var binding = Assert.IsType<BindServiceMethodAttribute>(attribute);
        Assert.Equal(typeof(EchoServiceBase), binding.BindType);
        Assert.Equal("BindService", binding.BindMethodName);
    }

    private sealed class RecordingBinder : ServiceBinderBase
    {
        public List<string> Heard { get; } = [];

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler) =>
            Heard.Add($"unary {method.Name} {handler is not null}");

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler) =>
            Heard.Add($"client {method.Name} {handler is not null}");

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler) =>
            Heard.Add($"server {method.Name} {handler is not null}");

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler) =>
            Heard.Add($"duplex {method.Name} {handler is not null}");
    }
}
