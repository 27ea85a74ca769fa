using System.Collections;
using System.Globalization;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Json;

/// <summary>Reads messages from JSON.</summary>
/// <remarks>
/// What is no JSON, or JSON of another type than the field's, is a <see cref="JsonException"/>; what the message cannot
/// take is an <see cref="InvalidRequestException"/>.
/// </remarks>
internal sealed class MessageReader(JsonContract contract)
{
    /// <summary>Reads a message.</summary>
    /// <param name="reader">Is at the first token of the message, and then at its last.</param>
    /// <param name="plan">Which message it is.</param>
    public IMessage ReadMessage(ref Utf8JsonReader reader, MessagePlan plan)
    {
        switch (plan.Kind)
        {
            case MessageKind.Text:
                return ReadText(Text(ref reader), plan);
            case MessageKind.Wrapper:
                var wrapper = plan.CreateMessage();
                plan.Fields[0].Accessor.SetValue(wrapper, ReadValue(ref reader, plan.Fields[0].Value));
                return wrapper;
            case MessageKind.Struct:
                return ReadStruct(ref reader);
            case MessageKind.Value:
                return ReadAnyJson(ref reader);
            case MessageKind.List:
                return ReadList(ref reader);
            case MessageKind.Any:
                return ReadAny(ref reader);
            default:
                return ReadFields(ref reader, plan);
        }
    }

    /// <summary>Reads the value of a field into a message.</summary>
    public void ReadField(ref Utf8JsonReader reader, IMessage message, FieldPlan field)
    {
        var isSingle = !field.Field.IsRepeated;
        if (reader.TokenType == JsonTokenType.Null && !(isSingle && field.Value.IsNullValue))
        {
            // An explicit null is the same as no value.
            return;
        }

        if (field.Oneof?.Accessor.GetCaseFieldDescriptor(message) is { } other)
        {
            throw new InvalidRequestException(
                $"'{other.JsonName}' and '{field.Field.JsonName}' are both set, but only one value of '{field.Oneof.Name}' can be.");
        }

        if (field.Key is not null)
        {
            ReadMap(ref reader, (IDictionary)field.Accessor.GetValue(message), field);
        }
        else if (isSingle)
        {
            field.Accessor.SetValue(message, ReadValue(ref reader, field.Value));
        }
        else
        {
            ReadElements(ref reader, (IList)field.Accessor.GetValue(message), field.Value);
        }
    }

    /// <summary>Turns text, such as a timestamp, into a message that is a string in JSON.</summary>
    public static IMessage ReadText(string text, MessagePlan plan)
    {
        try
        {
            return JsonParser.Default.Parse(JsonSerializer.Serialize(text), plan.Descriptor);
        }
        catch (Exception exception) when (exception is InvalidProtocolBufferException or InvalidJsonException
            or FormatException or OverflowException or ArgumentException)
        {
            throw new InvalidRequestException($"'{text}' is no {plan.Descriptor.FullName}.", exception);
        }
    }

    private IMessage ReadFields(ref Utf8JsonReader reader, MessagePlan plan)
    {
        Expect(ref reader, JsonTokenType.StartObject);
        var message = plan.CreateMessage();
        var expected = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = plan.FindField(ref reader, ref expected);
            reader.Read();
            if (field is null)
            {
                reader.Skip();
            }
            else
            {
                ReadField(ref reader, message, field);
            }
        }

        return message;
    }

    private void ReadElements(ref Utf8JsonReader reader, IList list, ValueShape shape)
    {
        Expect(ref reader, JsonTokenType.StartArray);
        list.Clear();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            list.Add(ReadItem(ref reader, shape));
        }
    }

    private void ReadMap(ref Utf8JsonReader reader, IDictionary map, FieldPlan field)
    {
        Expect(ref reader, JsonTokenType.StartObject);
        map.Clear();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = ReadKey(reader.GetString()!, field.Key!.Kind);
            reader.Read();
            map[key] = ReadItem(ref reader, field.Value);
        }
    }

    private object ReadItem(ref Utf8JsonReader reader, ValueShape shape) =>
        reader.TokenType == JsonTokenType.Null && !shape.IsNullValue
            ? throw new JsonException("A list or a map cannot have null as an element.")
            : ReadValue(ref reader, shape);

    private object ReadValue(ref Utf8JsonReader reader, ValueShape shape) => shape.Kind switch
    {
        ValueKind.String => Text(ref reader),
        ValueKind.Bool => reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            _ => throw Unexpected(ref reader, "true or false"),
        },
        ValueKind.Bytes => ReadBytes(ref reader),
        ValueKind.Enum => ReadEnum(ref reader, shape.Names!),
        // Null, or its name: there is one value.
        ValueKind.Null when reader.TokenType == JsonTokenType.Null => NullValue.NullValue,
        ValueKind.Null => ReadEnum(ref reader, contract.NamesOf(StructReflection.Descriptor.EnumTypes[0])),
        ValueKind.Wrapper => ReadValue(ref reader, shape.Wrapped!),
        ValueKind.Message => ReadMessage(ref reader, shape.Message),
        _ => ReadNumber(ref reader, shape.Kind),
    };

    private static object ReadNumber(ref Utf8JsonReader reader, ValueKind kind)
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

    private static ByteString ReadBytes(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.String);
        return reader.TryGetBytesFromBase64(out var bytes)
            ? UnsafeByteOperations.UnsafeWrap(bytes)
            : throw Unexpected(ref reader, "base64");
    }

    private static int ReadEnum(ref Utf8JsonReader reader, EnumNames names) => reader.TokenType switch
    {
        JsonTokenType.String => names.NumberOf(reader.GetString()!),
        // A number without a name is kept: a newer client may know it.
        JsonTokenType.Number when reader.TryGetInt32(out var number) => number,
        _ => throw Unexpected(ref reader, "the name or number of an enum value"),
    };

    private static object ReadKey(string text, ValueKind kind) => kind switch
    {
        ValueKind.String => text,
        ValueKind.Bool when text is "true" => true,
        ValueKind.Bool when text is "false" => false,
        _ when NumberText.TryParse(text, kind, out var number) => number,
        _ => throw new JsonException($"'{text}' is no key of type {kind}."),
    };

    private static Struct ReadStruct(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.StartObject);
        var message = new Struct();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            message.Fields[name] = ReadAnyJson(ref reader);
        }

        return message;
    }

    private static ListValue ReadList(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.StartArray);
        var message = new ListValue();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            message.Values.Add(ReadAnyJson(ref reader));
        }

        return message;
    }

    private static Value ReadAnyJson(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => Value.ForNull(),
        JsonTokenType.True => Value.ForBool(true),
        JsonTokenType.False => Value.ForBool(false),
        JsonTokenType.String => Value.ForString(reader.GetString()!),
        JsonTokenType.Number => Value.ForNumber((double)ReadNumber(ref reader, ValueKind.Double)),
        JsonTokenType.StartObject => new Value { StructValue = ReadStruct(ref reader) },
        _ => new Value { ListValue = ReadList(ref reader) },
    };

    private Any ReadAny(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.StartObject);
        // The type may stand after the fields. A copy of the reader looks ahead; the reader itself stays.
        var typeUrl = FindString(reader, "@type"u8)
            ?? throw new InvalidRequestException("A google.protobuf.Any needs the name of its type, in \"@type\".");
        var plan = contract.FindType(typeUrl) ?? throw new InvalidRequestException(
            $"The type '{typeUrl}' of a google.protobuf.Any is not known to this server.");
        var message = plan.Kind == MessageKind.Fields ? ReadFields(ref reader, plan) : ReadInner(ref reader, plan);
        return new Any { TypeUrl = typeUrl, Value = message.ToByteString() };
    }

    // A message with a JSON form of its own is in the property "value".
    private IMessage ReadInner(ref Utf8JsonReader reader, MessagePlan plan)
    {
        IMessage? message = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isValue = reader.ValueTextEquals("value"u8);
            reader.Read();
            if (isValue)
            {
                message = ReadMessage(ref reader, plan);
            }
            else
            {
                reader.Skip();
            }
        }

        return message
            ?? throw new InvalidRequestException($"A google.protobuf.Any of type {plan.Descriptor.FullName} needs \"value\".");
    }

    private static string? FindString(Utf8JsonReader ahead, ReadOnlySpan<byte> name)
    {
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = ahead.ValueTextEquals(name);
            ahead.Read();
            if (isIt)
            {
                return Text(ref ahead);
            }

            ahead.Skip();
        }

        return null;
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.String);
        return reader.GetString()!;
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType expected)
    {
        if (reader.TokenType != expected)
        {
            throw Unexpected(ref reader, $"a token {expected}");
        }
    }

    private static JsonException Unexpected(ref Utf8JsonReader reader, string expected) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"At byte {reader.TokenStartIndex} there is a {reader.TokenType}, but {expected} was expected."));
}
