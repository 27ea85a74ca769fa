using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Workshop.ServiceDefaults;

namespace Workshop.Upload;

/// <summary>The server: Kestrel, HTTP/2 without TLS, FileService.</summary>
public static class UploadApp
{
    private const int StreamWindowBytes = 2 * 1024 * 1024;

    /// <summary>Builds the server without starting it. Arguments are configuration, such as <c>--urls</c>.</summary>
    public static WebApplication Create(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddServiceDefaults();
        builder.AddSettings<UploadOptions>(UploadOptions.Section);
        builder.Services.AddOptions<KestrelServerOptions>().Configure<UploadOptions>((kestrel, options) =>
        {
            kestrel.Limits.MaxConcurrentConnections = options.MaxConnections;
            // How much a client may send before the server has read it: per upload, and per connection. A client that is far
            // away needs a larger window to use its whole bandwidth. Kestrel's defaults are 768 KiB and 1 MiB.
            kestrel.Limits.Http2.InitialStreamWindowSize = StreamWindowBytes;
            kestrel.Limits.Http2.InitialConnectionWindowSize = 2 * StreamWindowBytes;
        });
        builder.Services.AddSingleton<IMemoryPoolFactory<byte>, LargeBlockPoolFactory>();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<FileStore>();
        builder.Services.AddSingleton<StoreQuota>();
        builder.Services.AddSingleton<CallSlots>();
        builder.Services.AddSingleton<TokenOwners>();
        builder.Services.AddHostedService<UploadSweeper>();
        builder.Services.AddGrpc();
        builder.Services.AddOptions<GrpcServiceOptions>()
            .Configure<UploadOptions>((grpc, options) => grpc.MaxReceiveMessageSize = options.MaxMessageBytes);

        var app = builder.Build();
        app.UseServiceDefaults();
        app.MapGrpcService<UploadService>();
        return app;
    }

    /// <summary>Serves until Ctrl+C.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static Task<int> ServeAsync(string[] args, TextWriter output, TextWriter error) =>
        ServiceProcess.RunAsync(Create, args, Instructions, output, error);

    private static IEnumerable<string> Instructions(IServiceProvider services, string clientOption) =>
    [
        $"Files are kept in {services.GetRequiredService<FileStore>().Root}.",
        $"In a second terminal, in this folder:  dotnet run -- send README.md{clientOption}",
    ];
}
