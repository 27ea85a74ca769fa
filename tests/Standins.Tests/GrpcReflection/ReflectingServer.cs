using System.Net;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workshop.Standins.V1;

namespace Workshop.Standins.Tests.GrpcReflection;

/// <summary>A server with one service of a contract, one without, and reflection: Kestrel, HTTP/2, a free loopback port.</summary>
public sealed class ReflectingServer : IAsyncLifetime
{
    /// <summary>A header that the server asks for where reflection is concerned: a convention of its endpoints.</summary>
    public const string Header = "x-may-reflect";

    private WebApplication? _app;

    public GrpcChannel Channel { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(
            kestrel => kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddGrpcReflection();
        _app = builder.Build();
        _app.MapGrpcReflectionService().WithMetadata(new MarkedEndpoint());
        _app.Use((context, next) =>
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<MarkedEndpoint>() is not null)
            {
                context.Response.Headers[Header] = "yes";
            }

            return next(context);
        });
        // After reflection: what is mapped later is found too.
        _app.MapGrpcService<FailingService>();
        _app.MapGrpcService<GrpcCalls.EchoService>();
        await _app.StartAsync().InTime();
        Channel = GrpcChannel.ForAddress(_app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await _app!.StopAsync().InTime();
        await _app.DisposeAsync();
    }

    private sealed class FailingService : FailureService.FailureServiceBase;

    private sealed class MarkedEndpoint;
}
