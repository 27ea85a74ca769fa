using System.Globalization;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Workshop.Wire;

/// <summary>Writes a message, given as ProtoJSON, as bytes: by its contract alone, without generated code.</summary>
/// <remarks>Of the messages with a JSON form of their own it knows Timestamp and Duration.</remarks>
public static class JsonMessage
{
    /// <exception cref="FormatException">The JSON does not fit the contract.</exception>
    public static byte[] ToBytes(string json, MessageDescriptor type)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Encode(document.RootElement, type);
        }
        catch (JsonException problem)
        {
            throw new FormatException($"The JSON cannot be read: {problem.Message}", problem);
        }
    }

    private static byte[] Encode(JsonElement json, MessageDescriptor type)
    {
        using var stream = new MemoryStream();
        var output = new CodedOutputStream(stream);
        if (json.ValueKind is JsonValueKind.String && WellKnown(json.GetString()!, type) is { } known)
        {
            known.WriteTo(output);
        }
        else if (json.ValueKind is JsonValueKind.Object)
        {
            foreach (var property in json.EnumerateObject().Where(property => property.Value.ValueKind is not JsonValueKind.Null)
                .Select(property => (Field: FieldOf(type, property.Name), property.Value)).OrderBy(pair => pair.Field.FieldNumber))
            {
                WriteField(output, property.Field, property.Value);
            }
        }
        else
        {
            throw new FormatException($"{type.FullName} is {json.GetRawText()}: give an object, such as {{}}.");
        }

        output.Flush();
        return stream.ToArray();
    }

    private static FieldDescriptor FieldOf(MessageDescriptor type, string name) =>
        type.Fields.InDeclarationOrder().FirstOrDefault(field => field.JsonName == name || field.Name == name)
        ?? throw new FormatException(
            $"{type.FullName} has no field '{name}'. It has: {string.Join(", ", type.Fields.InDeclarationOrder().Select(field => field.JsonName))}.");

    private static void WriteField(CodedOutputStream output, FieldDescriptor field, JsonElement json)
    {
        if (field.IsMap)
        {
            foreach (var entry in Kind(json, JsonValueKind.Object, field).EnumerateObject())
            {
                WriteEntry(output, field, entry);
            }
        }
        else if (field.IsRepeated && WireTypes.IsPackable(field) && field.IsPacked)
        {
            using var stream = new MemoryStream();
            var packed = new CodedOutputStream(stream);
            Kind(json, JsonValueKind.Array, field).EnumerateArray().ToList().ForEach(value => WriteValue(packed, field, value));
            packed.Flush();
            output.WriteTag(field.FieldNumber, WireFormat.WireType.LengthDelimited);
            output.WriteBytes(ByteString.CopyFrom(stream.ToArray()));
        }
        else if (field.IsRepeated)
        {
            Kind(json, JsonValueKind.Array, field).EnumerateArray().ToList().ForEach(value => WriteWithTag(output, field, value));
        }
        else if (field.HasPresence || !IsDefault(json))
        {
            WriteWithTag(output, field, json);
        }
    }

    // A key is a string in JSON, whatever its type in the contract.
    private static void WriteEntry(CodedOutputStream output, FieldDescriptor field, JsonProperty entry)
    {
        using var stream = new MemoryStream();
        var content = new CodedOutputStream(stream);
        using var key = JsonDocument.Parse(JsonSerializer.Serialize(entry.Name));
        WriteWithTag(content, field.MessageType.FindFieldByNumber(1), key.RootElement);
        WriteWithTag(content, field.MessageType.FindFieldByNumber(2), entry.Value);
        content.Flush();
        output.WriteTag(field.FieldNumber, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(ByteString.CopyFrom(stream.ToArray()));
    }

    private static void WriteWithTag(CodedOutputStream output, FieldDescriptor field, JsonElement json)
    {
        output.WriteTag(field.FieldNumber, (WireFormat.WireType)WireTypes.Of(field));
        WriteValue(output, field, json);
    }

    private static void WriteValue(CodedOutputStream output, FieldDescriptor field, JsonElement json)
    {
        var text = json.ValueKind is JsonValueKind.String ? json.GetString()! : json.GetRawText();
        try
        {
            switch (field.FieldType)
            {
                case FieldType.Message: output.WriteBytes(ByteString.CopyFrom(Encode(json, field.MessageType))); break;
                case FieldType.String: output.WriteString(Kind(json, JsonValueKind.String, field).GetString()); break;
                case FieldType.Bytes: output.WriteBytes(ByteString.FromBase64(text)); break;
                case FieldType.Bool: output.WriteBool(bool.Parse(text)); break;
                case FieldType.Enum: output.WriteEnum(field.EnumType.FindValueByName(text)?.Number ?? Parse<int>(text)); break;
                case FieldType.Double: output.WriteDouble(Parse<double>(text)); break;
                case FieldType.Float: output.WriteFloat(Parse<float>(text)); break;
                case FieldType.Int32: output.WriteInt32(Parse<int>(text)); break;
                case FieldType.Int64: output.WriteInt64(Parse<long>(text)); break;
                case FieldType.UInt32: output.WriteUInt32(Parse<uint>(text)); break;
                case FieldType.UInt64: output.WriteUInt64(Parse<ulong>(text)); break;
                case FieldType.SInt32: output.WriteSInt32(Parse<int>(text)); break;
                case FieldType.SInt64: output.WriteSInt64(Parse<long>(text)); break;
                case FieldType.Fixed32: output.WriteFixed32(Parse<uint>(text)); break;
                case FieldType.Fixed64: output.WriteFixed64(Parse<ulong>(text)); break;
                case FieldType.SFixed32: output.WriteSFixed32(Parse<int>(text)); break;
                case FieldType.SFixed64: output.WriteSFixed64(Parse<long>(text)); break;
                default: throw new FormatException($"{field.FullName} is a group, which ProtoJSON cannot write.");
            }
        }
        catch (Exception problem) when (problem is OverflowException or FormatException && problem.InnerException is null
            && field.FieldType is not (FieldType.Message or FieldType.Group))
        {
            throw new FormatException($"{field.FullName} is {json.GetRawText()}, which is no {WireTypes.NameOf(field)}.", problem);
        }
    }

    private static IMessage? WellKnown(string text, MessageDescriptor type) => type.FullName switch
    {
        "google.protobuf.Timestamp" => Google.Protobuf.WellKnownTypes.Timestamp.Parser.ParseJson(JsonSerializer.Serialize(text)),
        "google.protobuf.Duration" => Google.Protobuf.WellKnownTypes.Duration.Parser.ParseJson(JsonSerializer.Serialize(text)),
        _ => null,
    };

    private static JsonElement Kind(JsonElement json, JsonValueKind kind, FieldDescriptor field) =>
        json.ValueKind == kind ? json : throw new FormatException($"{field.FullName} is {json.GetRawText()}, which is no {kind}.", new FormatException());

    private static bool IsDefault(JsonElement json) => json.ValueKind is JsonValueKind.False || json.GetRawText() is "0" or "\"\"" or "\"0\"";

    private static T Parse<T>(string text)
        where T : IParsable<T> => T.Parse(text, CultureInfo.InvariantCulture);
}
