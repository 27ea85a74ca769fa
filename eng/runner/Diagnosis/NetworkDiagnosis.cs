using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Workshop.Runner.Diagnosis;

/// <summary>Whether a client and a server on this machine can talk with each other: the labs' port, HTTP/2, a proxy.</summary>
internal static class NetworkDiagnosis
{
    /// <summary>Of the one finding that keeps no build from working.</summary>
    public const string Proxy = "Proxy";

    private const int Port = 50051;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private static readonly Uri[] Local = [new($"http://localhost:{Port}"), new($"http://127.0.0.1:{Port}")];

    public static async Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellationToken) =>
        [ExaminePort(), await ExamineHttp2Async(cancellationToken), ExamineProxy()];

    private static Finding ExaminePort()
    {
        var subject = $"Port {Port}";
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, Port);
            listener.Start();
            return Finding.Ok(subject, "free");
        }
        catch (SocketException exception)
        {
            var (text, remedy) = exception.SocketErrorCode switch
            {
                SocketError.AddressAlreadyInUse => (
                    "another program listens there; it may be a lab that still runs", "End that program, or start"),
                // Windows and Hyper-V set ranges of ports aside: netsh interface ipv4 show excludedportrange protocol=tcp
                SocketError.AccessDenied => ("this system keeps the port for itself", "Start"),
                _ => ($"cannot be used: {exception.Message.TrimEnd('.')}", "Start"),
            };
            return Finding.Note(
                subject,
                $"{text}. Checks do not need this port",
                $"{remedy} a lab on another port: dotnet run -- --urls http://localhost:50052");
        }
    }

    // As the checks talk with a lab.
    private static async Task<Finding> ExamineHttp2Async(CancellationToken cancellationToken)
    {
        const string Subject = "HTTP/2";
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

    private static Finding ExamineProxy()
    {
        foreach (var address in Local)
        {
            if (!HttpClient.DefaultProxy.IsBypassed(address) && HttpClient.DefaultProxy.GetProxy(address) is { } proxy && proxy != address)
            {
                return Finding.Problem(
                    Proxy,
                    // The host alone: a proxy's address may hold a password.
                    $"calls to {address.Host} go to the proxy at {proxy.Host}:{proxy.Port}, which cannot reach your server",
                    "Set the environment variable NO_PROXY to localhost,127.0.0.1 in every terminal you use.");
            }
        }

        return Finding.Ok(Proxy, "calls to localhost go straight there");
    }
}
