using Workshop.ServiceDefaults;

namespace Workshop.Errors;

/// <summary>The server: Kestrel, HTTP/2 without TLS, one gRPC service.</summary>
public static class ErrorsApp
{
    /// <summary>Builds the server without starting it. Arguments are configuration, such as <c>--urls</c>.</summary>
    public static WebApplication Create(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddServiceDefaults();
        builder.Services.AddGrpc();

        var app = builder.Build();
        app.UseServiceDefaults();
        app.MapGrpcService<Answering>();
        app.MapGrpcService<Tour.StatusTour>();
        return app;
    }

    /// <summary>Serves until Ctrl+C.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static Task<int> ServeAsync(string[] args, TextWriter output, TextWriter error) =>
        ServiceProcess.RunAsync(Create, args, (_, _) => ["What it can be asked:  dotnet run -- --help"], output, error);
}
