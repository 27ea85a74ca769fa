using System.Globalization;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Serilog;
using Serilog.Events;

namespace Workshop.Upload;

/// <summary>The server: Kestrel, HTTP/2 without TLS, FileService.</summary>
public static class UploadApp
{
    /// <summary>Where <c>dotnet run</c> listens: this machine only, the port that gRPC examples have in common.</summary>
    public const string DefaultAddress = "http://localhost:50051";

    private const int StreamWindowBytes = 2 * 1024 * 1024;

    /// <summary>Builds the server without starting it. Arguments are configuration, such as <c>--urls</c>.</summary>
    /// <exception cref="FormatException">A setting makes no sense.</exception>
    public static WebApplication Create(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        var options = UploadOptions.Read(builder.Configuration);
        builder.WebHost.UseUrls(Address(builder.Configuration));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2);
            // How much a client may send ahead of what was read: per upload, and per connection. The larger the distance
            // to the client, the more must be under way to keep the line busy. Kestrel's own are 768 KiB and 1 MiB.
            kestrel.Limits.Http2.InitialStreamWindowSize = StreamWindowBytes;
            kestrel.Limits.Http2.InitialConnectionWindowSize = 2 * StreamWindowBytes;
        });
        builder.Host.UseSerilog((_, services, logger) => logger
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            // A client that goes away is no error of ours, and the host logs a failed start with a stack trace.
            .MinimumLevel.Override("Grpc", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal)
            .ReadFrom.Services(services)
            .WriteTo.Console(formatProvider: CultureInfo.InvariantCulture));
        builder.Services.AddSingleton<IMemoryPoolFactory<byte>, LargeBlocks>();
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<FileStore>();
        builder.Services.AddSingleton<StoreQuota>();
        builder.Services.AddSingleton<UploadSlots>();
        builder.Services.AddSingleton<Principals>();
        builder.Services.AddSingleton<UploadReceiver>();
        builder.Services.AddHostedService<UploadSweeper>();
        builder.Services.AddSingleton<LastAnswers>();
        builder.Services.AddHostedService(services => services.GetRequiredService<LastAnswers>());
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = options.MaxMessageBytes);

        var app = builder.Build();
        app.UseSerilogRequestLogging(RequestLog.Configure);
        app.MapGrpcService<UploadService>();
        return app;
    }

    /// <summary>Serves until Ctrl+C.</summary>
    /// <returns>The exit code: 0 after Ctrl+C, 1 when the address is taken or the store cannot be used, 2 for a setting
    /// that makes no sense.</returns>
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
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(
                $"The server did not start: its store cannot be used: {exception.Message} Choose another folder with --Upload:Root.");
            return ExitCodes.Failed;
        }

        var address = app.Urls.First();
        var option = address == DefaultAddress ? "" : $" --server {address}";
        Console.WriteLine($"FileService listens on {address}. Stop it with Ctrl+C.");
        Console.WriteLine($"Files are kept in {app.Services.GetRequiredService<FileStore>().Root}.");
        Console.WriteLine($"In a second terminal, in this folder:  dotnet run -- send README.md{option}");
        await app.WaitForShutdownAsync();
        return ExitCodes.Success;
    }

    private static string Address(IConfiguration configuration) => configuration["urls"] ?? DefaultAddress;
}
