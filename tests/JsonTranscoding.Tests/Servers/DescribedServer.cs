using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Workshop.Transcoding;

namespace Workshop.JsonTranscoding.Tests.Servers;

/// <summary>Starts servers that describe their REST as lab 05 does, and reads what they say.</summary>
internal static class DescribedServer
{
    public static Task<TestServer> StartAsync(
        Action<WebApplication> map, Action<GrpcJsonTranscodingOptions>? transcoding = null) =>
        TestServer.StartAsync(
            app =>
            {
                map(app);
                app.MapRestDescription();
            },
            transcoding,
            configure: builder => builder.Services.AddRestDescription("Test", "test.proto"));

    /// <summary>The document, read with all rules of the library's reader. It must break none.</summary>
    public static async Task<OpenApiDocument> ReadAsync(HttpClient client)
    {
        var result = Read(await client.GetStringAsync(new Uri(RestDescription.DocumentPath, UriKind.Relative)).InTime());

        Assert.Empty(result.Diagnostic!.Errors);
        Assert.Empty(result.Diagnostic.Warnings);
        return result.Document!;
    }

    public static ReadResult Read(string json) => OpenApiDocument.Parse(json, "json");
}
