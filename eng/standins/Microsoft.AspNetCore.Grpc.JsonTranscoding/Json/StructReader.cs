using System.Text.Json;
using Google.Protobuf.WellKnownTypes;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Json;

/// <summary>Reads JSON whose shape no contract says: <c>google.protobuf.Struct</c>, <c>ListValue</c> and <c>Value</c>.</summary>
internal static class StructReader
{
    public static Struct ReadStruct(ref Utf8JsonReader reader)
    {
        JsonTokens.Expect(ref reader, JsonTokenType.StartObject);
        var message = new Struct();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            message.Fields[name] = ReadValue(ref reader);
        }

        return message;
    }

    public static ListValue ReadList(ref Utf8JsonReader reader)
    {
        JsonTokens.Expect(ref reader, JsonTokenType.StartArray);
        var message = new ListValue();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            message.Values.Add(ReadValue(ref reader));
        }

        return message;
    }

    public static Value ReadValue(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => Value.ForNull(),
        JsonTokenType.True => Value.ForBool(true),
        JsonTokenType.False => Value.ForBool(false),
        JsonTokenType.String => Value.ForString(reader.GetString()!),
        JsonTokenType.Number => Value.ForNumber((double)JsonTokens.Number(ref reader, ValueKind.Double)),
        JsonTokenType.StartObject => new Value { StructValue = ReadStruct(ref reader) },
        _ => new Value { ListValue = ReadList(ref reader) },
    };
}
