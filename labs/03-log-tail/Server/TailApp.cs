using Serilog.Core;
using Serilog.Events;
using Workshop.ServiceDefaults;

namespace Workshop.Tail;

/// <summary>The server: Kestrel, HTTP/2 without TLS, LogService, and Serilog with the tail as one of its sinks.</summary>
public static class TailApp
{
    // The longest entry that may be written has less.
    private const int LargestRequest = 256 * 1024;

    // Longer than ShutdownDrain waits, but short for a user. With a client that does not read, Kestrel waits this whole time.
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromMilliseconds(800);

    /// <summary>Builds the server without starting it. Arguments are configuration, such as <c>--urls</c>.</summary>
    public static WebApplication Create(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        // Redaction comes before any sink: secrets must not be kept in the buffer either.
        builder.AddServiceDefaults(services => services.GetRequiredService<TailOptions>().ConsoleLevel, new Redaction());
        builder.AddSettings<TailOptions>(TailOptions.Section);
        if (builder.Configuration["shutdownTimeoutSeconds"] is null)
        {
            builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        }

        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<LogHub>();
        builder.Services.AddSingleton<ILogEventSink, TailSink>();
        builder.Services.AddSingleton<TailMetrics>();
        builder.Services.AddSingleton<LogStreamer>();
        builder.Services.AddSingleton<StoredEntries>();
        builder.Services.AddSingleton<NewEntries>();
        builder.Services.AddSingleton<OpenStreams>();
        builder.Services.AddSingleton<RequestRules>();
        builder.Services.AddSingleton<LogEntryWriter>();
        builder.Services.AddSingleton<AccessRules>();
        builder.Services.AddHostedService<TrafficGenerator>();
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = LargestRequest);

        var app = builder.Build();
        app.Services.GetRequiredService<TailMetrics>();
        // Debug: by default, the log should not show a line for each call that reads the log.
        app.UseServiceDefaults(LogEventLevel.Debug);
        app.MapGrpcService<TailService>();
        return app;
    }

    /// <summary>Serves until Ctrl+C.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static Task<int> ServeAsync(string[] args, TextWriter output, TextWriter error) =>
        ServiceProcess.RunAsync(Create, args, Instructions, output, error);

    private static IEnumerable<string> Instructions(IServiceProvider services, string clientOption) =>
    [
        $"In a second terminal, in this folder:  dotnet run -- tail --follow{clientOption}",
        $"In a third one:  dotnet run -- write warning Shop.Orders \"No more tea\"{clientOption}",
    ];
}
