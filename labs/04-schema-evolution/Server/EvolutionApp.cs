using Grpc.Net.Client;
using Workshop.ServiceDefaults;

namespace Workshop.Evolution;

/// <summary>The server: Kestrel, HTTP/2 without TLS, and the services that the settings ask for.</summary>
public static class EvolutionApp
{
    /// <summary>Builds the server without starting it. Arguments are configuration, such as <c>--urls</c>.</summary>
    public static WebApplication Create(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddServiceDefaults();
        builder.AddSettings<DirectoryOptions>(DirectoryOptions.Section);
        builder.Services.AddSingleton<UserStore>();
        builder.Services.AddSingleton(services => GrpcChannel.ForAddress(services.GetRequiredService<DirectoryOptions>().Upstream));
        builder.Services.AddSingleton(services => new Users.V1.UserService.UserServiceClient(services.GetRequiredService<GrpcChannel>()));
        builder.Services.AddGrpc();

        var app = builder.Build();
        app.UseServiceDefaults();
        switch (app.Services.GetRequiredService<DirectoryOptions>().Serve)
        {
            case Serving.Proxy:
                app.MapGrpcService<ProxyService>();
                break;
            case Serving.TwoVersions:
                app.MapGrpcService<Version1Service>();
                app.MapGrpcService<Version2Service>();
                break;
            default:
                app.MapGrpcService<ReleaseService>();
                break;
        }

        return app;
    }

    /// <summary>Serves until Ctrl+C.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static Task<int> ServeAsync(string[] args, TextWriter output, TextWriter error) =>
        ServiceProcess.RunAsync(Create, args, Instructions, output, error);

    private static IEnumerable<string> Instructions(IServiceProvider services, string clientOption) =>
    [
        $"In a second terminal, in this folder:  dotnet run -- show 7{clientOption}",
        "What else it can be asked:  dotnet run -- --help",
    ];
}
