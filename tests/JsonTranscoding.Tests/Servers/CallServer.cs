using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using Microsoft.Extensions.DependencyInjection;
using Workshop.Transcoding.V1;

namespace Workshop.JsonTranscoding.Tests.Servers;

/// <summary>Starts servers whose methods do what one test wants.</summary>
internal static class CallServer
{
    public static Task<TestServer> StartAsync(
        CallsOfTest calls,
        Action<GrpcJsonTranscodingOptions>? transcoding = null,
        Action<GrpcServiceOptions>? grpc = null,
        Action<WebApplicationBuilder>? configure = null) =>
        TestServer.StartAsync(
            app => app.MapGrpcService<CallingService>(),
            transcoding,
            grpc,
            builder =>
            {
                builder.Services.AddSingleton(calls);
                configure?.Invoke(builder);
            });

    public static Task<TestServer> StartAsync(Func<CallRequest, ServerCallContext, Task<CallResponse>> run) =>
        StartAsync(new CallsOfTest { Run = run });

    public static Task<TestServer> StartAsync(
        Func<CallRequest, IServerStreamWriter<CallResponse>, ServerCallContext, Task> count) =>
        StartAsync(new CallsOfTest { Count = count });
}
