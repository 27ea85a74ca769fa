using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Workshop.Errors.Tour;

/// <summary>A server for the time of one command, on a free port of this machine: <c>StatusTour</c> for gRPC and for REST, and no
/// interceptor, so that what the library does can be seen.</summary>
internal sealed class TourServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TourServer(WebApplication app) => _app = app;

    /// <summary>Where it listens, such as <c>http://127.0.0.1:41234</c>; HTTP/2 only.</summary>
    public Uri Address => new(_app.Urls.First());

    public static async Task<TourServer> StartAsync()
    {
        var app = Create(HttpProtocols.Http2, services => services.AddGrpc().AddJsonTranscoding());
        app.MapGrpcService<StatusTour>();
        app.MapGrpcService<StatusTourRest>();
        await app.StartAsync();
        return new TourServer(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>A server on a free port of this machine, which logs nothing: its failures are what the tour shows.</summary>
    internal static WebApplication Create(HttpProtocols protocols, Action<IServiceCollection>? services = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = protocols));
        services?.Invoke(builder.Services);
        return builder.Build();
    }
}
