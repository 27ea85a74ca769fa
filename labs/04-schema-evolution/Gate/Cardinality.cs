using Google.Protobuf.Reflection;

namespace Workshop.Evolution.Gate;

/// <summary>How many values a field has, and whether it can be absent.</summary>
internal enum Cardinality
{
    /// <summary>One value; its default is the same as no value.</summary>
    Implicit,

    /// <summary>One value or none: <c>optional</c>, a member of a oneof, a message.</summary>
    Explicit,
    Required,
    Repeated,
    Map,
}

internal static class Cardinalities
{
    public static Cardinality Of(FieldDescriptorProto field, MessageEntry message)
    {
        if (field.Label is FieldDescriptorProto.Types.Label.Repeated)
        {
            return IsMap(field, message) ? Cardinality.Map : Cardinality.Repeated;
        }

        if (field.Label is FieldDescriptorProto.Types.Label.Required)
        {
            return Cardinality.Required;
        }

        return field.Type is FieldDescriptorProto.Types.Type.Message or FieldDescriptorProto.Types.Type.Group || field.HasOneofIndex
            ? Cardinality.Explicit
            : message.File.Syntax switch
            {
                "proto3" => Cardinality.Implicit,
                "editions" => OfPresence(field.Options?.Features ?? message.File.Options?.Features),
                _ => Cardinality.Explicit,
            };
    }

    private static Cardinality OfPresence(FeatureSet? features) => features?.FieldPresence switch
    {
        FeatureSet.Types.FieldPresence.Implicit => Cardinality.Implicit,
        FeatureSet.Types.FieldPresence.LegacyRequired => Cardinality.Required,
        _ => Cardinality.Explicit,
    };

    // protoc makes a message of each map, within the message that has the field.
    private static bool IsMap(FieldDescriptorProto field, MessageEntry message) =>
        field.Type is FieldDescriptorProto.Types.Type.Message
        && message.Proto.NestedType.Any(nested =>
            nested.Options?.MapEntry == true && field.TypeName == $".{message.FullName}.{nested.Name}");
}
