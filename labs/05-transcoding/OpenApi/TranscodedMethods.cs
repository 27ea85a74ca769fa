using Google.Api;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace Workshop.Transcoding;

/// <summary>Adds to a document every method that has a <c>google.api.http</c> rule, once for each rule.</summary>
/// <remarks>A <c>custom</c> rule whose HTTP method OpenAPI does not know is left out.</remarks>
internal sealed class TranscodedMethods(EndpointDataSource endpoints, IOptions<GrpcJsonTranscodingOptions> transcoding)
    : IOpenApiDocumentTransformer
{
    // OpenAPI 3.1, "Path Item Object".
    private static readonly string[] KnownMethods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];

    public Task TransformAsync(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var described = new MethodDescription(document, new MessageSchemas(document, transcoding.Value.JsonSettings));
        document.Tags ??= new HashSet<OpenApiTag>();
        foreach (var transcoded in endpoints.Endpoints
            .Select(endpoint => endpoint.Metadata.GetMetadata<GrpcJsonTranscodingMetadata>())
            .OfType<GrpcJsonTranscodingMetadata>())
        {
            var (httpMethod, template) = PatternOf(transcoded.HttpRule);
            if (!KnownMethods.Contains(httpMethod))
            {
                continue;
            }

            var service = transcoded.MethodDescriptor.Service.Name;
            if (document.Tags.All(tag => tag.Name != service))
            {
                document.Tags.Add(new OpenApiTag { Name = service });
            }

            var path = RulePath.Of(template, document.Paths.Keys);
            if (!document.Paths.TryGetValue(path.Text, out var item))
            {
                document.Paths.Add(path.Text, item = new OpenApiPathItem());
            }

            ((OpenApiPathItem)item).AddOperation(new HttpMethod(httpMethod), described.Of(transcoded, path));
        }

        return Task.CompletedTask;
    }

    private static (string HttpMethod, string Template) PatternOf(HttpRule rule) => rule.PatternCase switch
    {
        HttpRule.PatternOneofCase.Get => ("GET", rule.Get),
        HttpRule.PatternOneofCase.Put => ("PUT", rule.Put),
        HttpRule.PatternOneofCase.Post => ("POST", rule.Post),
        HttpRule.PatternOneofCase.Delete => ("DELETE", rule.Delete),
        HttpRule.PatternOneofCase.Patch => ("PATCH", rule.Patch),
        _ => (rule.Custom.Kind, rule.Custom.Path),
    };
}
