using System.Text;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Json;

/// <summary>What is known of a field of a message: found once, not per call.</summary>
internal sealed class FieldPlan
{
    public FieldPlan(JsonContract contract, FieldDescriptor field)
    {
        Field = field;
        Accessor = field.Accessor;
        Name = JsonEncodedText.Encode(field.JsonName);
        JsonName = Encoding.UTF8.GetBytes(field.JsonName);
        Oneof = field.RealContainingOneof;
        HasPresence = field.HasPresence;
        if (field.IsMap)
        {
            Key = new ValueShape(contract, field.MessageType.FindFieldByNumber(1));
            Value = new ValueShape(contract, field.MessageType.FindFieldByNumber(2));
        }
        else
        {
            Value = new ValueShape(contract, field);
        }
    }

    public FieldDescriptor Field { get; }

    public IFieldAccessor Accessor { get; }

    /// <summary>The name in JSON, ready to be written.</summary>
    public JsonEncodedText Name { get; }

    /// <summary>The name in JSON, in UTF-8.</summary>
    public byte[] JsonName { get; }

    /// <summary>The oneof that the field is in, if the .proto file has one.</summary>
    public OneofDescriptor? Oneof { get; }

    public bool HasPresence { get; }

    /// <summary>The key of a map; null of any other field.</summary>
    public ValueShape? Key { get; }

    /// <summary>The value: the single one, each element, or each of a map.</summary>
    public ValueShape Value { get; }

    /// <summary>Whether the field has the value that an unset field without presence has.</summary>
    public static bool IsDefault(object value) => value switch
    {
        string text => text.Length == 0,
        int number => number == 0,
        bool flag => !flag,
        long number => number == 0,
        ByteString bytes => bytes.IsEmpty,
        uint number => number == 0,
        ulong number => number == 0,
        // Minus zero is a value of its own.
        double number => BitConverter.DoubleToInt64Bits(number) == 0,
        float number => BitConverter.SingleToInt32Bits(number) == 0,
        Enum => (int)value == 0,
        _ => false,
    };
}
