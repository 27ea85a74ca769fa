using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;

namespace Workshop.Harness;

/// <summary>A lab's server on real Kestrel, and a channel to it.</summary>
internal sealed class LabServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LabServer(WebApplication app)
    {
        _app = app;
        Channel = GrpcChannel.ForAddress(app.Urls.First());
    }

    public GrpcChannel Channel { get; }

    /// <summary>Where the server listens, in the order of its addresses.</summary>
    public IReadOnlyList<string> Addresses => [.. _app.Urls];

    /// <summary>Starts the server on a free loopback port; its log goes to <paramref name="log"/> too. The replacements have
    /// the last word on its services.</summary>
    public static async Task<LabServer> StartAsync(
        Func<string[], WebApplication> create, string[] args, ServerLog log, IEnumerable<Action<IServiceCollection>> replacements)
    {
        WebApplication app;
        using (HostBuilding.Configure(services =>
        {
            services.AddSingleton<ILogEventSink>(log);
            foreach (var replace in replacements)
            {
                replace(services);
            }
        }))
        {
            app = create([.. args, "--urls", "http://127.0.0.1:0"]);
        }

        await app.StartAsync();
        return new LabServer(app);
    }

    /// <summary>Stops the server as Ctrl+C does, while its clients are still connected.</summary>
    public async Task StopAsync()
    {
        using var limit = new CancellationTokenSource(TimeLimits.Stop);
        await _app.StopAsync(limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await StopAsync();
        await _app.DisposeAsync();
    }
}
