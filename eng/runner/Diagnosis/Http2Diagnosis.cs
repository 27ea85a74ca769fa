using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Workshop.Runner.Diagnosis;

/// <summary>Whether a client and a server on this machine can talk HTTP/2 with each other, as the checks do.</summary>
internal static class Http2Diagnosis
{
    private const string Subject = "HTTP/2";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public static async Task<Finding> ExamineAsync(CancellationToken cancellationToken)
    {
        try
        {
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.Logging.ClearProviders();
            builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(
                IPAddress.Loopback, port: 0, endpoint => endpoint.Protocols = HttpProtocols.Http2));
            await using var server = builder.Build();
            server.Run(context => context.Response.WriteAsync("ok"));
            await server.StartAsync(cancellationToken);

            using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false })
            {
                Timeout = Limit,
                DefaultRequestVersion = HttpVersion.Version20,
                DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
            };
            await client.GetStringAsync(new Uri(server.Urls.First()), cancellationToken);
            await server.StopAsync(cancellationToken);
            return Finding.Ok(Subject, "works over loopback");
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return Finding.Problem(
                Subject,
                $"does not work over loopback: {exception.Message}",
                "Look for a firewall or antivirus program that watches connections to 127.0.0.1.");
        }
    }
}
