using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Serilog;
using Serilog.Events;

namespace Workshop.Hello;

/// <summary>The server: Kestrel, HTTP/2 without TLS, one gRPC service.</summary>
public static class HelloApp
{
    /// <summary>Where <c>dotnet run</c> listens: this machine only, on the port that most gRPC examples use.</summary>
    public const string DefaultAddress = "http://localhost:50051";

    /// <summary>Builds the server without starting it. Arguments are configuration, such as <c>--urls</c>.</summary>
    public static WebApplication Create(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.UseUrls(Address(builder.Configuration));
        // gRPC needs HTTP/2. Without TLS there is no ALPN to choose a protocol, so the port accepts HTTP/2 only.
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2));
        builder.Host.UseSerilog((_, services, logger) => logger
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            // The host logs a failed start with a stack trace; ServeAsync prints a sentence instead.
            .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal)
            .ReadFrom.Services(services)
            .WriteTo.Console(new ConsoleLine()));
        builder.Services.AddGrpc();
        builder.Services.AddGrpcReflection();

        var app = builder.Build();
        app.UseSerilogRequestLogging(RequestLog.Configure);
        app.MapGrpcService<HelloService>();
        // Tools may ask the server for its contract: dotnet run -- --environment Development
        if (app.Environment.IsDevelopment())
        {
            app.MapGrpcReflectionService();
        }

        return app;
    }

    /// <summary>Serves until Ctrl+C.</summary>
    /// <returns>The exit code: 0 after Ctrl+C, 1 when the address is taken, not allowed, or not valid.</returns>
    public static async Task<int> ServeAsync(string[] args)
    {
        await using var app = Create(args);
        try
        {
            RequirePort(Address(app.Configuration));
            await app.StartAsync();
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync(
                $"The server did not start: another program listens on {Address(app.Configuration)}. "
                + "Stop it, or choose another port: dotnet run -- --urls http://localhost:50052");
            return 1;
        }
        // For localhost, Kestrel tries IPv4 and IPv6: the system's error is the inner exception.
        catch (Exception exception) when (exception.GetBaseException() is SocketException refusal)
        {
            // A port below 1024, or one that Windows keeps for itself: `netsh interface ipv4 show excludedportrange tcp`.
            var reserved = refusal.SocketErrorCode is SocketError.AccessDenied ? " The port is reserved." : "";
            await Console.Error.WriteLineAsync(
                $"The server did not start: this system does not let it listen on {Address(app.Configuration)}: "
                + $"{refusal.Message.TrimEnd('.')}.{reserved} Choose another port: dotnet run -- --urls http://localhost:50052");
            return 1;
        }
        catch (Exception exception) when (exception is FormatException or ArgumentOutOfRangeException)
        {
            await Console.Error.WriteLineAsync(
                $"The server did not start: '{Address(app.Configuration)}' is not an address. Write it as {DefaultAddress}.");
            return 1;
        }

        var address = app.Urls.First();
        var option = address == DefaultAddress ? "" : $" --server {address}";
        Console.WriteLine($"GreeterService listens on {address}. Stop it with Ctrl+C.");
        Console.WriteLine($"In a second terminal, in this folder:  dotnet run -- greet Ada{option}");
        await app.WaitForShutdownAsync();
        return 0;
    }

    // Kestrel takes a port that is no number for a part of the host's name, and listens on port 80 of every network.
    private static void RequirePort(string urls)
    {
        if (urls.Split(';').Any(url => BindingAddress.Parse(url).Host is var host && host.Contains(':') && !host.EndsWith(']')))
        {
            throw new FormatException("The port is no number.");
        }
    }

    private static string Address(IConfiguration configuration) => configuration["urls"] ?? DefaultAddress;
}
