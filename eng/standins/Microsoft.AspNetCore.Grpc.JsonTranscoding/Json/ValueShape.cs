using Google.Protobuf.Reflection;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Json;

/// <summary>What is known of a field's single value, of an element or of a map's key: found once, not per call.</summary>
internal sealed class ValueShape
{
    private const string WrappersFile = "google/protobuf/wrappers.proto";

    private readonly JsonContract _contract;
    private readonly FieldDescriptor _field;
    private MessagePlan? _message;

    public ValueShape(JsonContract contract, FieldDescriptor field)
    {
        _contract = contract;
        _field = field;
        Kind = KindOf(field);
        if (Kind == ValueKind.Enum)
        {
            Names = contract.NamesOf(field.EnumType);
        }
        else if (Kind == ValueKind.Wrapper)
        {
            Wrapped = new ValueShape(contract, field.MessageType.FindFieldByNumber(1));
        }
    }

    public ValueKind Kind { get; }

    public EnumNames? Names { get; }

    /// <summary>The value in a wrapper.</summary>
    public ValueShape? Wrapped { get; }

    /// <summary>The message's plan. It is made when first used, because messages may contain themselves.</summary>
    public MessagePlan Message => _message ??= _contract.PlanOf(_field.MessageType);

    /// <summary>Whether null is a value, and not the absence of one.</summary>
    public bool IsNullValue => Kind == ValueKind.Null
        || (Kind == ValueKind.Message && Message.Kind == MessageKind.Value);

    public static bool IsWrapper(MessageDescriptor message) => message.File.Name == WrappersFile;

    private static ValueKind KindOf(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Bool => ValueKind.Bool,
        FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => ValueKind.Int32,
        FieldType.UInt32 or FieldType.Fixed32 => ValueKind.UInt32,
        FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => ValueKind.Int64,
        FieldType.UInt64 or FieldType.Fixed64 => ValueKind.UInt64,
        FieldType.Float => ValueKind.Float,
        FieldType.Double => ValueKind.Double,
        FieldType.String => ValueKind.String,
        FieldType.Bytes => ValueKind.Bytes,
        FieldType.Enum when field.EnumType.FullName == "google.protobuf.NullValue" => ValueKind.Null,
        FieldType.Enum => ValueKind.Enum,
        FieldType.Message when IsWrapper(field.MessageType) => ValueKind.Wrapper,
        _ => ValueKind.Message,
    };
}
