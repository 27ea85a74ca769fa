using Google.Protobuf.Reflection;
using Type = Google.Protobuf.Reflection.FieldDescriptorProto.Types.Type;

namespace Workshop.Evolution.Gate;

/// <summary>Rules about fields, but for those of <see cref="FieldRules"/> and <see cref="TypeRules"/>.</summary>
internal static class GivenFieldRules
{
    private const string NewField = "Add a field with a new number instead, and reserve the old one.";

    // ProtoJSON writes integers of 64 bits as strings.
    private static readonly Type[][] JsonGroups =
    [
        [Type.Int32, Type.Uint32], [Type.Int64, Type.Uint64], [Type.Fixed32, Type.Sfixed32], [Type.Fixed64, Type.Sfixed64],
    ];

    public static readonly Rule[] All =
    [
        new("FIELD_NO_DELETE", Rule.Source, comparison => comparison.DeletedFields()
            .Select(field => new Violation(field.File, field.Element, "is deleted.", "Bring it back: code that uses it does not compile otherwise."))),
        Rule.OnFields("FIELD_SAME_TYPE", Rule.Source, field => !HasSameType(field), Types, NewField),
        Rule.OnFields("FIELD_WIRE_JSON_COMPATIBLE_TYPE", Category.WireJson, field => !IsJsonCompatible(field), Types, NewField),
        Rule.OnFields("FIELD_SAME_CARDINALITY", Rule.Source, field => field.OldCardinality != field.NewCardinality, Cards, NewField),
        Rule.OnFields("FIELD_WIRE_JSON_COMPATIBLE_CARDINALITY", Category.WireJson, field => OfJson(field.OldCardinality) != OfJson(field.NewCardinality), Cards, NewField),
        Rule.OnFields("FIELD_WIRE_COMPATIBLE_CARDINALITY", Category.Wire, field => OfWire(field.OldCardinality) != OfWire(field.NewCardinality), Cards, NewField),
        Rule.OnFields("FIELD_SAME_JSON_NAME", Rule.Json, field => JsonName(field.Before) != JsonName(field.After!),
            field => $"is {JsonName(field.After!)} in JSON.", "Set json_name to the old one."),
        Rule.OnFields("FIELD_SAME_ONEOF", Rule.All, field => OneofOf(field.Before, field.OldMessage) != OneofOf(field.After!, field.NewMessage),
            field => $"moved from oneof '{OneofOf(field.Before, field.OldMessage)}' to '{OneofOf(field.After!, field.NewMessage)}'.", "Leave it where it is: of two members only the last is kept."),
        Rule.OnFields("FIELD_SAME_DEFAULT", Rule.All, field => HasSameType(field) && field.Before.DefaultValue != field.After!.DefaultValue,
            field => $"has the default '{field.After!.DefaultValue}', and had '{field.Before.DefaultValue}'.", "Keep the default: what is not sent would change its meaning."),
    ];

    internal static bool HasSameType(FieldChange field) =>
        field.Before.Type == field.After!.Type && field.Before.TypeName == field.After.TypeName;

    internal static string Types(FieldChange field) => $"changed from {TypeOf(field.Before)} to {TypeOf(field.After!)}.";

    private static string TypeOf(FieldDescriptorProto field) =>
        field.TypeName.Length > 0 ? field.TypeName.TrimStart('.') : field.Type.ToString().ToLowerInvariant();

    private static string Cards(FieldChange field) =>
        $"changed from {field.OldCardinality.ToString().ToLowerInvariant()} to {field.NewCardinality.ToString().ToLowerInvariant()}.";

    private static bool IsJsonCompatible(FieldChange field) =>
        HasSameType(field) || JsonGroups.Any(group => group.Contains(field.Before.Type) && group.Contains(field.After!.Type));

    private static Cardinality OfJson(Cardinality cardinality) =>
        cardinality is Cardinality.Repeated or Cardinality.Map ? cardinality : Cardinality.Explicit;

    // A map is repeated entries.
    private static Cardinality OfWire(Cardinality cardinality) =>
        cardinality is Cardinality.Repeated or Cardinality.Map ? Cardinality.Repeated : Cardinality.Explicit;

    private static string OneofOf(FieldDescriptorProto field, MessageEntry message) =>
        field.HasOneofIndex && !field.Proto3Optional ? message.Proto.OneofDecl[field.OneofIndex].Name : "";

    // Descriptors in generated code have no json_name where it is the ordinary one.
    private static string JsonName(FieldDescriptorProto field) => field.HasJsonName
        ? field.JsonName
        : string.Concat(field.Name.Split('_').Select((word, index) => index == 0 || word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));
}
