using System.Text.Json.Nodes;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using Microsoft.OpenApi;

namespace Workshop.Transcoding;

/// <summary>How the JSON of a single value looks.</summary>
internal static class ScalarSchemas
{
    public static OpenApiSchema Of(FieldType type, GrpcJsonSettings json) => type switch
    {
        FieldType.Bool => new() { Type = JsonSchemaType.Boolean },
        FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => new() { Type = JsonSchemaType.Integer, Format = "int32" },
        FieldType.UInt32 or FieldType.Fixed32 => new() { Type = JsonSchemaType.Integer, Format = "uint32" },
        FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => Of64Bits("int64", json),
        FieldType.UInt64 or FieldType.Fixed64 => Of64Bits("uint64", json),
        FieldType.Float => new() { Type = JsonSchemaType.Number, Format = "float" },
        FieldType.Double => new() { Type = JsonSchemaType.Number, Format = "double" },
        // Base64.
        FieldType.Bytes => new() { Type = JsonSchemaType.String, Format = "byte", Examples = [""] },
        _ => new() { Type = JsonSchemaType.String },
    };

    // The example keeps a page from proposing a text that is no number.
    private static OpenApiSchema Of64Bits(string format, GrpcJsonSettings json) => json.WriteInt64sAsStrings
        ? new() { Type = JsonSchemaType.String, Format = format, Examples = [JsonValue.Create("0")] }
        : new() { Type = JsonSchemaType.Integer, Format = format };
}
