using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using Microsoft.OpenApi;

namespace Workshop.Transcoding;

/// <summary>How the JSON of messages looks, by their descriptors. Each message and each enum is a component of the document, by its
/// full name.</summary>
internal sealed class MessageSchemas(OpenApiDocument document, GrpcJsonSettings json)
{
    public IOpenApiSchema Of(MessageDescriptor message) =>
        WellKnownSchemas.Of(message, json) is { } known
            ? known
            : Component(message.FullName, schema => Describe(schema, message.Fields.InDeclarationOrder(), message.Oneofs));

    public IOpenApiSchema Of(FieldDescriptor field)
    {
        if (field.IsMap)
        {
            // The key is a string, whatever its type is.
            return new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = OfValue(field.MessageType.FindFieldByNumber(2)) };
        }

        return field.IsRepeated ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = OfValue(field) } : OfValue(field);
    }

    /// <summary>The JSON of a message without some of its fields.</summary>
    public IOpenApiSchema OfRest(MessageDescriptor message, HashSet<string> without)
    {
        FieldDescriptor[] rest = [.. message.Fields.InDeclarationOrder().Where(field => !without.Contains(field.Name))];
        if (rest.Length == message.Fields.InDeclarationOrder().Count)
        {
            return Of(message);
        }

        var schema = new OpenApiSchema { Title = $"{message.FullName}, without what the path has" };
        Describe(schema, rest, message.Oneofs);
        return schema;
    }

    private IOpenApiSchema OfValue(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Message => Of(field.MessageType),
        FieldType.Enum => Of(field.EnumType),
        var type => ScalarSchemas.Of(type, json),
    };

    private IOpenApiSchema Of(EnumDescriptor type) => type.FullName is "google.protobuf.NullValue"
        ? new OpenApiSchema { Type = JsonSchemaType.Null }
        : Component(type.FullName, schema =>
        {
            schema.Type = json.WriteEnumsAsIntegers ? JsonSchemaType.Integer : JsonSchemaType.String;
            schema.Enum = [.. type.Values.DistinctBy(value => value.Number).Select(value =>
                json.WriteEnumsAsIntegers ? JsonValue.Create(value.Number) : JsonValue.Create(NameOf(value)))];
            if (json.WriteEnumsAsIntegers)
            {
                schema.Description = string.Join(", ", type.Values.Select(value => FormattableString.Invariant($"{value.Number}: {value.Name}")));
            }
        });

    private string NameOf(EnumValueDescriptor value)
    {
        var prefix = JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.EnumDescriptor.Name) + "_";
        return json.RemoveEnumPrefix && value.Name.Length > prefix.Length
            && value.Name.StartsWith(prefix, StringComparison.Ordinal) && !char.IsAsciiDigit(value.Name[prefix.Length])
                ? value.Name[prefix.Length..]
                : value.Name;
    }

    private void Describe(OpenApiSchema schema, IEnumerable<FieldDescriptor> fields, IEnumerable<OneofDescriptor> oneofs)
    {
        schema.Type = JsonSchemaType.Object;
        schema.Properties = fields.ToDictionary(field => field.JsonName, Of);
        // An optional field is a oneof of its own, which nobody has written.
        schema.Description = string.Join(' ', oneofs.Where(oneof => !oneof.IsSynthetic).Select(oneof =>
            $"At most one of these is set: {string.Join(", ", oneof.Fields.Select(field => field.JsonName))}.")) is { Length: > 0 } words ? words : null;
    }

    private OpenApiSchemaReference Component(string name, Action<OpenApiSchema> describe)
    {
        var schema = new OpenApiSchema();
        // Added before it is described: a message may be in itself.
        if (document.Components?.Schemas?.ContainsKey(name) != true && document.AddComponent(name, schema))
        {
            describe(schema);
        }

        return new OpenApiSchemaReference(name, document);
    }
}
