using Google.Api;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using Microsoft.OpenApi;

namespace Workshop.Transcoding;

/// <summary>A transcoded method as an operation: its parameters, its body, its responses.</summary>
internal sealed class MethodDescription(OpenApiDocument document, MessageSchemas schemas)
{
    private const string Json = "application/json";

    private readonly Dictionary<string, int> _rules = [];

    public OpenApiOperation Of(GrpcJsonTranscodingMetadata transcoded, RulePath path)
    {
        var (method, rule) = (transcoded.MethodDescriptor, transcoded.HttpRule);
        var id = $"{method.Service.Name}_{method.Name}";
        var number = _rules[id] = _rules.GetValueOrDefault(id) + 1;
        HashSet<string> inPath = [.. path.Parameters.Select(parameter => parameter.Field)];
        var operation = new OpenApiOperation
        {
            // Each rule of a method needs an id of its own.
            OperationId = number is 1 ? id : $"{id}_{number}",
            Summary = method.Name,
            Description = $"Calls {method.FullName}.",
            Deprecated = method.GetOptions() is { Deprecated: true },
            Tags = new HashSet<OpenApiTagReference> { new(method.Service.Name, document) },
            Parameters = [.. path.Parameters.Select(parameter => InPath(parameter, method.InputType))],
            Responses = new OpenApiResponses { ["200"] = Response(method, rule), ["default"] = Failure() },
        };
        if (rule.Body.Length > 0)
        {
            operation.RequestBody = Body(method.InputType, rule.Body, inPath);
        }

        // With the whole request in the body, the query is not looked at.
        foreach (var parameter in rule.Body is "*" ? [] : QueryFields.Of(method.InputType, [.. inPath, rule.Body]))
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = parameter.Path,
                In = ParameterLocation.Query,
                Schema = schemas.Of(parameter.Field),
            });
        }

        return operation;
    }

    private OpenApiParameter InPath(PathParameter parameter, MessageDescriptor request) => new()
    {
        Name = parameter.Name,
        In = ParameterLocation.Path,
        Required = true,
        Description = parameter.Description is { Length: > 0 } description ? description : null,
        Schema = parameter.IsWholeField
            ? schemas.Of(QueryFields.Find(request, parameter.Field))
            : new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private OpenApiRequestBody Body(MessageDescriptor request, string body, HashSet<string> inPath) => new()
    {
        Required = true,
        Content = body is "*"
            ? Content(request, () => schemas.OfRest(request, inPath))
            : Content(MessageOf(request.FindFieldByName(body)), () => schemas.Of(request.FindFieldByName(body))),
    };

    private OpenApiResponse Response(MethodDescriptor method, HttpRule rule)
    {
        var field = rule.ResponseBody.Length > 0 ? method.OutputType.FindFieldByName(rule.ResponseBody) : null;
        var content = field is null
            ? Content(method.OutputType, () => schemas.Of(method.OutputType))
            : Content(MessageOf(field), () => schemas.Of(field));
        if (method.IsServerStreaming && content.TryGetValue(Json, out var line))
        {
            line.Schema = new OpenApiSchema { AnyOf = [line.Schema!, schemas.Of(Google.Rpc.Status.Descriptor)] };
        }

        return new OpenApiResponse
        {
            Description = method.IsServerStreaming
                ? "A stream: a line for each message, sent when it is written. The schema is that of one line, and not of the whole. "
                    + "Where the call fails after its first message, the last line is a google.rpc.Status."
                : field is null ? method.OutputType.FullName : $"The field {field.Name} of {method.OutputType.FullName}.",
            Content = content,
        };
    }

    private OpenApiResponse Failure() => new()
    {
        Description = "The call failed. The HTTP status follows from the code.",
        Content = Content(Google.Rpc.Status.Descriptor, () => schemas.Of(Google.Rpc.Status.Descriptor)),
    };

    /// <summary>JSON, but for a <c>google.api.HttpBody</c>, whose bytes and content type are those of the body itself.</summary>
    private static Dictionary<string, OpenApiMediaType> Content(MessageDescriptor? message, Func<IOpenApiSchema> schema) =>
        message?.FullName is "google.api.HttpBody"
            ? new() { ["*/*"] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } } }
            : new() { [Json] = new OpenApiMediaType { Schema = schema() } };

    private static MessageDescriptor? MessageOf(FieldDescriptor field) =>
        field is { FieldType: FieldType.Message, IsRepeated: false } ? field.MessageType : null;
}
