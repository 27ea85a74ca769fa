using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using Microsoft.OpenApi;

namespace Workshop.Transcoding;

/// <summary>The messages of <c>google.protobuf</c> whose JSON is not an object of their fields.</summary>
internal static class WellKnownSchemas
{
    public static bool IsKnown(MessageDescriptor message) => Of(message, new GrpcJsonSettings()) is not null;

    /// <summary>Whether its JSON is one value, which has a place in a query.</summary>
    public static bool IsText(MessageDescriptor message) =>
        Of(message, new GrpcJsonSettings()) is { Type: not (null or JsonSchemaType.Object or JsonSchemaType.Array) };

    /// <summary>The JSON of such a message; null of another one.</summary>
    public static OpenApiSchema? Of(MessageDescriptor message, GrpcJsonSettings json) => message.FullName switch
    {
        "google.protobuf.Timestamp" => new() { Type = JsonSchemaType.String, Format = "date-time" },
        "google.protobuf.Duration" => new() { Type = JsonSchemaType.String, Description = "Seconds, such as 1.5s." },
        "google.protobuf.FieldMask" => new() { Type = JsonSchemaType.String, Description = "The names of fields, with commas between them." },
        "google.protobuf.Struct" => new() { Type = JsonSchemaType.Object },
        "google.protobuf.ListValue" => new() { Type = JsonSchemaType.Array, Items = new OpenApiSchema() },
        "google.protobuf.Value" => new() { Description = "Any JSON." },
        "google.protobuf.Any" => new()
        {
            Type = JsonSchemaType.Object,
            Description = "A message: its fields, and its type beside them.",
            Properties = new Dictionary<string, IOpenApiSchema> { ["@type"] = new OpenApiSchema { Type = JsonSchemaType.String } },
        },
        "google.protobuf.BoolValue" or "google.protobuf.StringValue" or "google.protobuf.BytesValue"
            or "google.protobuf.Int32Value" or "google.protobuf.UInt32Value" or "google.protobuf.Int64Value"
            or "google.protobuf.UInt64Value" or "google.protobuf.FloatValue" or "google.protobuf.DoubleValue"
            => ScalarSchemas.Of(message.FindFieldByNumber(1).FieldType, json),
        _ => null,
    };
}
