using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.DependencyInjection;
using Workshop.JsonTranscoding.Tests.Servers;
using Workshop.Transcoding.V1;

namespace Workshop.JsonTranscoding.Tests;

/// <summary>A transcoded call goes through the interceptors of the gRPC server.</summary>
public sealed class InterceptorTests
{
    [Theory]
    [InlineData("/v1/run")]
    [InlineData("/v1/count?number=1")]
    public async Task Interceptors_run_in_the_order_of_grpc(string path)
    {
        var order = new List<string>();
        await using var server = await StartAsync(
            order,
            global => global.Interceptors.Add<Recorder>("global"),
            service => service.Interceptors.Add<Recorder>("service"));

        var answer = await server.GetAsync(path);

        Assert.Equal(200, answer.Code);
        Assert.Equal(["global before", "service before", "service after", "global after"], order);
    }

    [Fact]
    public async Task An_interceptor_can_end_a_call()
    {
        await using var server = await StartAsync(
            [], global => global.Interceptors.Add<Refuser>(), _ => { });

        var answer = await server.GetAsync("/v1/run");

        Assert.Equal((403, """{"code":7,"message":"Not you.","details":[]}"""), (answer.Code, answer.Text));
    }

    [Fact]
    public async Task An_interceptor_can_change_the_response()
    {
        await using var server = await StartAsync(
            [], global => global.Interceptors.Add<Changer>(), _ => { });

        var answer = await server.GetAsync("/v1/run?text=a");

        Assert.Equal("""{"text":"changed","number":0}""", answer.Text);
    }

    [Fact]
    public async Task An_interceptor_in_the_services_is_the_one_that_runs()
    {
        var order = new List<string>();
        await using var server = await CallServer.StartAsync(
            new CallsOfTest(),
            grpc: global => global.Interceptors.Add<Recorder>(),
            configure: builder => builder.Services.AddSingleton(new Recorder(order, "single")));

        await server.GetAsync("/v1/run");

        Assert.Equal(["single before", "single after"], order);
    }

    [Fact]
    public async Task Each_call_has_a_service_of_its_own()
    {
        var order = new List<string>();
        await using var server = await StartAsync(order, global => global.Interceptors.Add<Recorder>("call"), _ => { });

        await server.GetAsync("/v1/run");
        await server.GetAsync("/v1/run");

        Assert.Equal(["call before", "call after", "call before", "call after"], order);
    }

    private static Task<TestServer> StartAsync(
        List<string> order, Action<GrpcServiceOptions> global, Action<GrpcServiceOptions<CallingService>> service) =>
        CallServer.StartAsync(
            new CallsOfTest(),
            grpc: global,
            configure: builder =>
            {
                builder.Services.AddSingleton(order);
                builder.Services.Configure(service);
            });

    private sealed class Recorder(List<string> order, string name) : Interceptor
    {
        public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            order.Add($"{name} before");
            var response = await continuation(request, context);
            order.Add($"{name} after");
            return response;
        }

        public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
            TRequest request,
            IServerStreamWriter<TResponse> responseStream,
            ServerCallContext context,
            ServerStreamingServerMethod<TRequest, TResponse> continuation)
        {
            order.Add($"{name} before");
            await continuation(request, responseStream, context);
            order.Add($"{name} after");
        }
    }

    private sealed class Refuser : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
            throw new RpcException(new Status(StatusCode.PermissionDenied, "Not you."));
    }

    private sealed class Changer : Interceptor
    {
        public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            await continuation(request, context);
            return (TResponse)(object)new CallResponse { Text = "changed" };
        }
    }
}
