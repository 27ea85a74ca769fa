using Microsoft.OpenApi;

namespace Workshop.Transcoding;

/// <summary>What REST offers: an OpenAPI document for programs, and a page to try it in a browser.</summary>
public static class RestDescription
{
    /// <summary>Where the document is.</summary>
    public const string DocumentPath = "/openapi/v1.json";

    /// <summary>Where the page is.</summary>
    public const string PagePath = "/swagger";

    /// <summary>Describes what is transcoded. What an application maps itself, such as <c>MapPut</c>, the library describes.</summary>
    /// <param name="services">The services of the server.</param>
    /// <param name="title">The title of the document.</param>
    /// <param name="contract">Where the comments of the contract are. They are not part of the program.</param>
    public static void AddRestDescription(this IServiceCollection services, string title, string contract) =>
        services.AddOpenApi(options => options
            .AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new OpenApiInfo
                {
                    Title = title,
                    Version = "v1",
                    Description = $"Made of the rules and the messages of the contract. Its comments, such as limits and statuses, are in {contract}.",
                };
                return Task.CompletedTask;
            })
            .AddDocumentTransformer<TranscodedMethods>());

    /// <summary>Says that the body of an operation is bytes: of a method that reads the body itself, the library cannot know.</summary>
    public static RouteHandlerBuilder DescribeBodyAsBytes(this RouteHandlerBuilder endpoint) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/octet-stream"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } },
                },
            };
            return Task.CompletedTask;
        });

    /// <summary>Serves the document and the page.</summary>
    public static void MapRestDescription(this WebApplication app)
    {
        app.MapOpenApi(DocumentPath);
        app.MapSwaggerUI(PagePath, page => page.SwaggerEndpoint(DocumentPath, "v1"));
    }
}
