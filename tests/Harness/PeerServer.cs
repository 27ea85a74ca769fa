using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Workshop.Harness;

/// <summary>A server of the check's own: the other side of a lab's client.</summary>
internal sealed class PeerServer : IAsyncDisposable
{
    // The check is over: a call that is still under way hangs, and a student waits for the verdict.
    private static readonly TimeSpan PatienceWithCalls = TimeSpan.FromMilliseconds(250);

    private readonly WebApplication _app;

    private PeerServer(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    public static async Task<PeerServer> StartAsync<TService>(TService service, Transcript transcript)
        where TService : class
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton(service);
        builder.Services.AddSingleton(new PeerRecorder(transcript));
        builder.Services.AddGrpc(grpc => grpc.Interceptors.Add<PeerRecorder>());

        var app = builder.Build();
        app.MapGrpcService<TService>();
        await app.StartAsync();
        return new PeerServer(app);
    }

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(PatienceWithCalls);
        await _app.StopAsync(limit.Token);
        await _app.DisposeAsync();
    }
}
