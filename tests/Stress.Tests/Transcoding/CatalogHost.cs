using System.Net;
using Microsoft.AspNetCore.Builder;
using Workshop.Transcoding;

namespace Workshop.Tests;

/// <summary>The solution of lab 05 in this process, on two free ports.</summary>
internal sealed class CatalogHost : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly WebApplication _app;
    private readonly string[] _urls;

    private CatalogHost(WebApplication app)
    {
        _app = app;
        _urls = [.. app.Urls];
    }

    /// <summary>Calls REST by HTTP/1.1.</summary>
    public HttpClient Http1 => Client(_urls[^1], HttpVersion.Version11);

    /// <summary>Calls REST by HTTP/2, at the port of gRPC.</summary>
    public HttpClient Http2 => Client(_urls[0], HttpVersion.Version20);

    public static async Task<CatalogHost> StartAsync()
    {
        var app = CatalogApp.Create(["--urls", "http://127.0.0.1:0", "--Rest:Url", "http://127.0.0.1:0", "--Serilog:MinimumLevel:Default=Fatal", "--Serilog:MinimumLevel:Override:Microsoft=Fatal"]);
        await app.StartAsync();
        return new CatalogHost(app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static HttpClient Client(string url, Version version) => new()
    {
        BaseAddress = new Uri(url),
        DefaultRequestVersion = version,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        Timeout = Limit,
    };
}
