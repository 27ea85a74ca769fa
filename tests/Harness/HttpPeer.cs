using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Workshop.Harness;

/// <summary>A plain HTTP/1.1 server of the check's own: the other side of a lab's client for REST.</summary>
internal sealed class HttpPeer : IAsyncDisposable
{
    private static readonly TimeSpan PatienceWithRequests = TimeSpan.FromMilliseconds(250);

    private readonly WebApplication _app;

    private HttpPeer(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    public static async Task<HttpPeer> StartAsync(RequestDelegate respond, Transcript transcript)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http1));
        var app = builder.Build();
        app.Run(context =>
        {
            transcript.Add("peer saw", $"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
            return respond(context);
        });
        await app.StartAsync();
        return new HttpPeer(app);
    }

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(PatienceWithRequests);
        await _app.StopAsync(limit.Token);
        await _app.DisposeAsync();
    }
}
