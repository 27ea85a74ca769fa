using System.Net;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workshop.Standins.V1;

namespace Workshop.Standins.Tests.GrpcStatusProto;

/// <summary>The official server with the failing service: Kestrel, HTTP/2 without TLS, a free loopback port.</summary>
public sealed class FailureServer : IAsyncLifetime
{
    private WebApplication? _app;
    private GrpcChannel? _channel;

    public FailureService.FailureServiceClient Client => new(_channel);

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(
            kestrel => kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        _app = builder.Build();
        _app.MapGrpcService<Failures>();
        await _app.StartAsync().InTime();
        _channel = GrpcChannel.ForAddress(_app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        _channel?.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync().InTime();
            await _app.DisposeAsync();
        }
    }
}
