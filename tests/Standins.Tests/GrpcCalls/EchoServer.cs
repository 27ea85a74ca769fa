using System.Net;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Workshop.Standins.Tests.GrpcCalls;

/// <summary>The official server with the echo service: Kestrel, HTTP/2 without TLS, a free loopback port.</summary>
public sealed class EchoServer : IAsyncLifetime
{
    private WebApplication? _app;
    private GrpcChannel? _channel;

    public string Address => _app!.Urls.Single();

    public CallInvoker Invoker => _channel!.CreateCallInvoker();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(
            kestrel => kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc(options => options.ResponseCompressionAlgorithm = "gzip");
        _app = builder.Build();
        _app.MapGrpcService<EchoService>();
        await _app.StartAsync().InTime();
        _channel = GrpcChannel.ForAddress(Address);
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
