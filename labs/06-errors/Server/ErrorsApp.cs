using Microsoft.AspNetCore.Server.Kestrel.Core;
using Workshop.ServiceDefaults;

namespace Workshop.Errors;

/// <summary>The server: Kestrel, HTTP/2 without TLS, and its gRPC services.</summary>
public static class ErrorsApp
{
    // Long enough for what a call has to store. With a client that does not read, Kestrel waits this whole time.
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(3);

    /// <summary>Builds the server without starting it. Arguments are configuration, such as <c>--urls</c>.</summary>
    public static WebApplication Create(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddServiceDefaults();
        builder.AddSettings<UsersOptions>(UsersOptions.Section);
        if (builder.Configuration["shutdownTimeoutSeconds"] is null)
        {
            builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        }

        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddOptions<KestrelServerOptions>().Configure<UsersOptions>(
            (kestrel, options) => kestrel.Limits.MaxConcurrentConnections = options.MaxConnections);
        builder.Services.AddSingleton<PageTokenKey>();
        builder.Services.AddSingleton<OpenStreams>();
        builder.Services.AddSingleton<IUserStore, SqliteUserStore>();
        builder.Services.AddHostedService<StoreFolder>();
        builder.Services.AddGrpc().AddServiceOptions<UserAccounts>(grpc =>
        {
            grpc.MaxReceiveMessageSize = UsersOptions.MaxMessageBytes;
            grpc.Interceptors.Add<StatusInterceptor>();
        });

        var app = builder.Build();
        app.UseServiceDefaults();
        app.UseUnreadableRequests();
        app.MapGrpcService<UserAccounts>();
        app.MapGrpcService<Tour.StatusTour>();
        return app;
    }

    /// <summary>Serves until Ctrl+C.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static Task<int> ServeAsync(string[] args, TextWriter output, TextWriter error) =>
        ServiceProcess.RunAsync(Create, args, Instructions, output, error);

    private static IEnumerable<string> Instructions(IServiceProvider services, string clientOption) =>
    [
        $"In a second terminal:  dotnet run -- get 1{clientOption}",
        "What else it can be asked:  dotnet run -- --help",
    ];
}
