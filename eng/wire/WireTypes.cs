using Google.Protobuf.Reflection;

namespace Workshop.Wire;

/// <summary>How the types of a contract are written: by one of six wire types.</summary>
internal static class WireTypes
{
    public static readonly string[] Names = ["VARINT", "I64", "LEN", "SGROUP", "EGROUP", "I32"];

    /// <summary>The wire type of one value of a field.</summary>
    public static int Of(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Double or FieldType.Fixed64 or FieldType.SFixed64 => 1,
        FieldType.String or FieldType.Bytes or FieldType.Message => 2,
        FieldType.Group => 3,
        FieldType.Float or FieldType.Fixed32 or FieldType.SFixed32 => 5,
        _ => 0,
    };

    public static bool IsPackable(FieldDescriptor field) => Of(field) is 0 or 1 or 5;

    /// <summary>Whether a parser takes a value of this wire type for the field. A repeated number may be packed or not, whatever
    /// the contract says.</summary>
    public static bool Accepts(FieldDescriptor field, int wireType) =>
        wireType == Of(field) || (wireType == 2 && field.IsRepeated && IsPackable(field));

    /// <summary>The type as a contract writes it.</summary>
    public static string NameOf(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Message or FieldType.Group => field.MessageType.FullName,
        FieldType.Enum => field.EnumType.FullName,
        var type => type.ToString().ToLowerInvariant(),
    };
}
