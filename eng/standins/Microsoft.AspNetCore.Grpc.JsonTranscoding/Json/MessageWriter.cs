using System.Collections;
using System.Globalization;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Json;

/// <summary>Writes messages as JSON.</summary>
internal sealed class MessageWriter(JsonContract contract)
{
    // Of 64 bits, with a sign.
    private const int MaxDigits = 20;

    private readonly GrpcJsonSettings _settings = contract.Settings;

    public void WriteMessage(Utf8JsonWriter writer, IMessage message) =>
        WriteMessage(writer, message, contract.PlanOf(message.Descriptor));

    /// <summary>Writes the value of one field, whether it is set or not.</summary>
    public void WriteField(Utf8JsonWriter writer, IMessage message, FieldPlan field)
    {
        var value = field.Accessor.GetValue(message);
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            WriteFieldValue(writer, field, value);
        }
    }

    private void WriteMessage(Utf8JsonWriter writer, IMessage message, MessagePlan plan)
    {
        switch (plan.Kind)
        {
            case MessageKind.Text:
                WriteText(writer, message);
                break;
            case MessageKind.Wrapper:
                WriteValue(writer, plan.Fields[0].Value, plan.Fields[0].Accessor.GetValue(message));
                break;
            case MessageKind.Struct:
                WriteStruct(writer, (Struct)message);
                break;
            case MessageKind.Value:
                WriteAnyJson(writer, (Value)message);
                break;
            case MessageKind.List:
                WriteList(writer, (ListValue)message);
                break;
            case MessageKind.Any:
                WriteAny(writer, (Any)message);
                break;
            default:
                writer.WriteStartObject();
                WriteFields(writer, message, plan);
                writer.WriteEndObject();
                break;
        }
    }

    private void WriteFields(Utf8JsonWriter writer, IMessage message, MessagePlan plan)
    {
        foreach (var field in plan.Fields)
        {
            if (field.HasPresence && !field.Accessor.HasValue(message))
            {
                continue;
            }

            var value = field.Accessor.GetValue(message);
            if (!field.HasPresence && _settings.IgnoreDefaultValues
                && (value is ICollection collection ? collection.Count == 0 : FieldPlan.IsDefault(value)))
            {
                continue;
            }

            writer.WritePropertyName(field.Name);
            WriteFieldValue(writer, field, value);
        }
    }

    private void WriteFieldValue(Utf8JsonWriter writer, FieldPlan field, object value)
    {
        if (field.Key is not null)
        {
            writer.WriteStartObject();
            foreach (DictionaryEntry entry in (IDictionary)value)
            {
                writer.WritePropertyName(KeyText(entry.Key));
                WriteValue(writer, field.Value, entry.Value);
            }

            writer.WriteEndObject();
        }
        else if (field.Field.IsRepeated)
        {
            writer.WriteStartArray();
            foreach (var element in (IList)value)
            {
                WriteValue(writer, field.Value, element);
            }

            writer.WriteEndArray();
        }
        else
        {
            WriteValue(writer, field.Value, value);
        }
    }

    private void WriteValue(Utf8JsonWriter writer, ValueShape shape, object? value)
    {
        switch (shape.Kind)
        {
            case ValueKind.String:
                writer.WriteStringValue((string?)value);
                break;
            case ValueKind.Int32:
                writer.WriteNumberValue((int)value!);
                break;
            case ValueKind.Bool:
                writer.WriteBooleanValue((bool)value!);
                break;
            case ValueKind.Int64 or ValueKind.UInt64 when _settings.WriteInt64sAsStrings:
                WriteNumberText(writer, (IUtf8SpanFormattable)value!);
                break;
            case ValueKind.Int64:
                writer.WriteNumberValue((long)value!);
                break;
            case ValueKind.UInt64:
                writer.WriteNumberValue((ulong)value!);
                break;
            case ValueKind.UInt32:
                writer.WriteNumberValue((uint)value!);
                break;
            case ValueKind.Double when double.IsFinite((double)value!):
                writer.WriteNumberValue((double)value);
                break;
            case ValueKind.Float when float.IsFinite((float)value!):
                writer.WriteNumberValue((float)value);
                break;
            case ValueKind.Double or ValueKind.Float:
                writer.WriteStringValue(((IFormattable)value!).ToString(format: null, CultureInfo.InvariantCulture));
                break;
            case ValueKind.Bytes:
                writer.WriteBase64StringValue(((ByteString)value!).Span);
                break;
            case ValueKind.Enum:
                WriteEnum(writer, shape.Names!, (int)value!);
                break;
            case ValueKind.Null:
                writer.WriteNullValue();
                break;
            case ValueKind.Wrapper when value is null:
                writer.WriteNullValue();
                break;
            case ValueKind.Wrapper:
                WriteValue(writer, shape.Wrapped!, value);
                break;
            default:
                WriteMessage(writer, (IMessage)value!, shape.Message);
                break;
        }
    }

    private static void WriteNumberText(Utf8JsonWriter writer, IUtf8SpanFormattable number)
    {
        Span<byte> text = stackalloc byte[MaxDigits];
        number.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }

    private void WriteEnum(Utf8JsonWriter writer, EnumNames names, int number)
    {
        if (!_settings.WriteEnumsAsIntegers && names.TryGetName(number, out var name))
        {
            writer.WriteStringValue(name);
        }
        else
        {
            writer.WriteNumberValue(number);
        }
    }

    private static void WriteText(Utf8JsonWriter writer, IMessage message)
    {
        Span<byte> text = stackalloc byte[TimestampText.MaxLength];
        if (message is Timestamp timestamp && TimestampText.TryWrite(timestamp, text, out var length))
        {
            writer.WriteStringValue(text[..length]);
        }
        else
        {
            // The library writes these with their quotes, and refuses what has no text.
            writer.WriteRawValue(JsonFormatter.Default.Format(message));
        }
    }

    private static void WriteStruct(Utf8JsonWriter writer, Struct message)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in message.Fields)
        {
            writer.WritePropertyName(name);
            WriteAnyJson(writer, value);
        }

        writer.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter writer, ListValue message)
    {
        writer.WriteStartArray();
        foreach (var value in message.Values)
        {
            WriteAnyJson(writer, value);
        }

        writer.WriteEndArray();
    }

    private static void WriteAnyJson(Utf8JsonWriter writer, Value value)
    {
        switch (value.KindCase)
        {
            case Value.KindOneofCase.StringValue:
                writer.WriteStringValue(value.StringValue);
                break;
            case Value.KindOneofCase.NumberValue:
                writer.WriteNumberValue(value.NumberValue);
                break;
            case Value.KindOneofCase.BoolValue:
                writer.WriteBooleanValue(value.BoolValue);
                break;
            case Value.KindOneofCase.StructValue:
                WriteStruct(writer, value.StructValue);
                break;
            case Value.KindOneofCase.ListValue:
                WriteList(writer, value.ListValue);
                break;
            case Value.KindOneofCase.NullValue:
                writer.WriteNullValue();
                break;
            default:
                throw new InvalidOperationException("A google.protobuf.Value without a value has no JSON. Set one of its fields.");
        }
    }

    private void WriteAny(Utf8JsonWriter writer, Any any)
    {
        writer.WriteStartObject();
        if (any.TypeUrl.Length > 0 || !any.Value.IsEmpty)
        {
            var plan = contract.FindType(any.TypeUrl) ?? throw new InvalidOperationException(
                $"A google.protobuf.Any holds '{any.TypeUrl}', which is not registered, so it has no JSON. Add the type to "
                + "GrpcJsonTranscodingOptions.TypeRegistry.");
            var message = plan.CreateMessage();
            message.MergeFrom(any.Value);
            writer.WriteString("@type"u8, any.TypeUrl);
            if (plan.Kind == MessageKind.Fields)
            {
                WriteFields(writer, message, plan);
            }
            else
            {
                writer.WritePropertyName("value"u8);
                WriteMessage(writer, message, plan);
            }
        }

        writer.WriteEndObject();
    }

    private static string KeyText(object key) => key switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        _ => ((IFormattable)key).ToString(format: null, CultureInfo.InvariantCulture),
    };
}
