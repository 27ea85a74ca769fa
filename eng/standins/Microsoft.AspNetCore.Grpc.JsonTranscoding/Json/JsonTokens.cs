using System.Globalization;
using System.Text.Json;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Json;

/// <summary>Reads single tokens of JSON. One of another kind is a <see cref="JsonException"/> that says where it is.</summary>
internal static class JsonTokens
{
    /// <summary>A number, or a string with a number in it.</summary>
    public static object Number(ref Utf8JsonReader reader, ValueKind kind)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            switch (kind)
            {
                case ValueKind.Int32 when reader.TryGetInt32(out var value):
                    return value;
                case ValueKind.UInt32 when reader.TryGetUInt32(out var value):
                    return value;
                case ValueKind.Int64 when reader.TryGetInt64(out var value):
                    return value;
                case ValueKind.UInt64 when reader.TryGetUInt64(out var value):
                    return value;
                case ValueKind.Float when reader.TryGetSingle(out var value) && float.IsFinite(value):
                    return value;
                case ValueKind.Double when reader.TryGetDouble(out var value) && double.IsFinite(value):
                    return value;
            }
        }
        else if (reader.TokenType == JsonTokenType.String && NumberText.TryParse(reader.GetString()!, kind, out var value))
        {
            return value;
        }

        throw Unexpected(ref reader, $"a value of type {kind}");
    }

    /// <summary>The text of a string.</summary>
    public static string Text(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.String);
        return reader.GetString()!;
    }

    /// <exception cref="JsonException">The token is another one.</exception>
    public static void Expect(ref Utf8JsonReader reader, JsonTokenType expected)
    {
        if (reader.TokenType != expected)
        {
            throw Unexpected(ref reader, $"a token {expected}");
        }
    }

    /// <summary>Says where which token is, and what should be there.</summary>
    public static JsonException Unexpected(ref Utf8JsonReader reader, string expected) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"At byte {reader.TokenStartIndex} there is a {reader.TokenType}, but {expected} was expected."));
}
