using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Workshop.ServiceDefaults;

/// <summary>What all gRPC servers of the workshop have in common: address, HTTP/2, log, stop.</summary>
public static class ServiceStart
{
    /// <summary>Where a server listens without <c>--urls</c>: this machine only, on the port that most gRPC examples
    /// use.</summary>
    public const string DefaultAddress = "http://localhost:50051";

    /// <summary>Sets the address, HTTP/2 without TLS, a Serilog pipeline with the console as its sink, and
    /// <see cref="ShutdownDrain"/>.</summary>
    /// <param name="builder">The server that is being built.</param>
    /// <param name="consoleLevel">The least serious level that goes to the console. Default: information.</param>
    /// <param name="enrichers">Change every log event before any sink sees it, in this order.</param>
    /// <remarks>Serilog reads the section <c>Serilog</c> of the configuration, and takes sinks and enrichers from the
    /// service provider.</remarks>
    public static void AddServiceDefaults(
        this WebApplicationBuilder builder,
        Func<IServiceProvider, LogEventLevel>? consoleLevel = null,
        params ILogEventEnricher[] enrichers)
    {
        builder.WebHost.UseUrls(CheckedAddress(AddressIn(builder.Configuration)));
        // gRPC needs HTTP/2. Without TLS there is no ALPN to agree on it, so the port speaks nothing else.
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2));
        // The logger is this server's, not the process's: several servers may run in one, as in tests.
        builder.Host.UseSerilog(preserveStaticLogger: true, configureLogger: (context, services, logger) => logger
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            // A client that disconnects is not an error of the server. And the host logs a failed start with a stack trace.
            .MinimumLevel.Override("Grpc", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal)
            .ReadFrom.Configuration(context.Configuration)
            .Enrich.With(enrichers)
            .ReadFrom.Services(services)
            .WriteTo.Console(new ConsoleLine(), consoleLevel?.Invoke(services) ?? LogEventLevel.Information));
        builder.Services.AddSingleton<ILogEventFilter, UnreadableRequestLog>();
        builder.Services.AddGrpcReflection();
        builder.Services.AddSingleton<ShutdownDrain>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ShutdownDrain>());
    }

    /// <summary>Writes one log line per call, with its gRPC status. In the environment <c>Development</c>, tools may ask the
    /// server for its contract (server reflection).</summary>
    /// <param name="app">The server.</param>
    /// <param name="level">The level of these lines. Default: information.</param>
    public static void UseServiceDefaults(this WebApplication app, LogEventLevel level = LogEventLevel.Information)
    {
        app.UseSerilogRequestLogging(options =>
        {
            options.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
            RequestLog.Configure(options, level);
        });
        // It asks for no token, and tells everybody which calls there are.
        if (app.Environment.IsDevelopment())
        {
            app.MapGrpcReflectionService();
        }
    }

    // Kestrel takes a port that is no number for a part of the host's name, and listens on port 80 of every network.
    private static string CheckedAddress(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            try
            {
                if (BindingAddress.Parse(url) is { IsUnixPipe: false, IsNamedPipe: false } address
                    && address.Host.Contains(':', StringComparison.Ordinal) && !address.Host.EndsWith(']'))
                {
                    throw new FormatException($"The port of {url} is no number.");
                }
            }
            catch (FormatException cause)
            {
                throw new StartException($"'{url}' is no address. Write it as {DefaultAddress}, with a port up to 65535.", cause);
            }
        }

        return urls;
    }

    /// <summary>Where the configuration says to listen. An empty text says nothing.</summary>
    internal static string AddressIn(IConfiguration? configuration) =>
        configuration?["urls"] is { Length: > 0 } urls ? urls : DefaultAddress;
}
