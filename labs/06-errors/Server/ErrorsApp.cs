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
        return app;
    }
}
