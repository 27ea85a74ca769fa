using System.Globalization;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Workshop.Tail;

/// <summary>The server: Kestrel, HTTP/2 without TLS, LogService, and Serilog with the tail as one of its sinks.</summary>
public static class TailApp
{
    /// <summary>Where <c>dotnet run</c> listens: this machine only, the port that gRPC examples have in common.</summary>
    public const string DefaultAddress = "http://localhost:50051";

    // Below what people wait for, above what LastAnswers allows. A client that does not read holds up Kestrel to its end.
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromMilliseconds(800);

    /// <summary>Builds the server without starting it. Arguments are configuration, such as <c>--urls</c>.</summary>
    /// <exception cref="FormatException">A setting makes no sense.</exception>
    public static WebApplication Create(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        var options = TailOptions.Read(builder.Configuration);
        builder.WebHost.UseUrls(Address(builder.Configuration));
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2));
        builder.Host.UseSerilog((context, services, logger) => logger
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            // A client that goes away is no error of ours, and the host logs a failed start with a stack trace.
            .MinimumLevel.Override("Grpc", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal)
            .ReadFrom.Configuration(context.Configuration)
            // Before any sink: what nobody may read must not wait in a buffer either.
            .Enrich.With(new Redaction())
            .ReadFrom.Services(services)
            .WriteTo.Console(options.ConsoleLevel, formatProvider: CultureInfo.InvariantCulture));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<LogHub>();
        builder.Services.AddSingleton<ILogEventSink, TailSink>();
        builder.Services.AddSingleton<TailMetrics>();
        builder.Services.AddSingleton<LogStreamer>();
        builder.Services.AddSingleton<LogEntryWriter>();
        builder.Services.AddSingleton<Access>();
        builder.Services.AddHostedService<Traffic>();
        builder.Services.AddSingleton<LastAnswers>();
        builder.Services.AddHostedService(services => services.GetRequiredService<LastAnswers>());
        builder.Services.AddGrpc();

        var app = builder.Build();
        app.Services.GetRequiredService<TailMetrics>();
        app.UseSerilogRequestLogging(RequestLog.Configure);
        app.MapGrpcService<TailService>();
        return app;
    }

    /// <summary>Serves until Ctrl+C.</summary>
    /// <returns>The exit code: 0 after Ctrl+C, 1 when the address is taken, 2 for a setting that makes no sense.</returns>
    public static async Task<int> ServeAsync(string[] args)
    {
        try
        {
            await using var app = Create(args);
            return await ServeAsync(app);
        }
        catch (FormatException exception)
        {
            await Console.Error.WriteLineAsync($"The server did not start: {exception.Message}");
            return ExitCodes.Refused;
        }
    }

    private static async Task<int> ServeAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync(
                $"The server did not start: another program listens on {Address(app.Configuration)}. "
                + "Stop it, or choose another port: dotnet run -- --urls http://localhost:50052");
            return ExitCodes.Failed;
        }

        var address = app.Urls.First();
        var option = address == DefaultAddress ? "" : $" --server {address}";
        Console.WriteLine($"LogService listens on {address}. Stop it with Ctrl+C.");
        Console.WriteLine($"In a second terminal, in this folder:  dotnet run -- tail --follow{option}");
        Console.WriteLine($"In a third one:  dotnet run -- write warning Shop.Orders \"No more tea\"{option}");
        await app.WaitForShutdownAsync();
        return ExitCodes.Success;
    }

    private static string Address(IConfiguration configuration) => configuration["urls"] ?? DefaultAddress;
}
