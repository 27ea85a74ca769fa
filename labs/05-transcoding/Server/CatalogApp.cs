using Workshop.ServiceDefaults;
using Workshop.Transcoding.ByHand;

namespace Workshop.Transcoding;

/// <summary>The server: one gRPC service, which answers REST as well.</summary>
public static class CatalogApp
{
    /// <summary>Builds the server without starting it. Arguments are configuration, such as <c>--urls</c>.</summary>
    public static WebApplication Create(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddServiceDefaults();
        builder.AddRestPort();
        builder.AddSettings<RestOptions>(RestOptions.Section);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<FileStore>();
        builder.Services
            .AddGrpc(grpc => grpc.Interceptors.Add<RefusalInterceptor>())
            .AddJsonTranscoding(rest =>
            {
                rest.TypeRegistry = Refusals.DetailTypes;
                RestJson.Configure(rest.JsonSettings);
            });
        builder.Services.AddRestDescription("The catalogue of files", "catalog.proto");

        var app = builder.Build();
        app.UseServiceDefaults();
        app.MapRestDescription();
        app.MapGrpcService<FileCatalog>();
        app.MapFilesByHand();
        // Beside the transcoded paths, an application may have its own.
        app.MapPut("/v1/files/{fileId}/content", PlainUpload.ReceiveAsync)
            .AddEndpointFilter<BrokenBodyFilter>()
            .DescribeBodyAsBytes();
        return app;
    }

    /// <summary>Serves until Ctrl+C.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static Task<int> ServeAsync(string[] args, TextWriter output, TextWriter error) =>
        ServiceProcess.RunAsync(Create, args, Instructions, output, error);

    private static IEnumerable<string> Instructions(IServiceProvider services, string clientOption)
    {
        var rest = services.GetRequiredService<RestOptions>().Url;
        return
        [
            $"The first is for gRPC, the last for REST. In a second terminal:  curl -i -X DELETE {rest}/v1/files/f2",
            $"What REST offers, to try in a browser:  {rest}{RestDescription.PagePath}",
            "What else it can be asked:  dotnet run -- --help",
        ];
    }
}
