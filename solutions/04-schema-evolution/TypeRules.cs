using Google.Protobuf.Reflection;
using Type = Google.Protobuf.Reflection.FieldDescriptorProto.Types.Type;

namespace Workshop.Evolution;

/// <summary>The rule of the gate about types.</summary>
internal static class TypeRules
{
    // Types that are written in the same way.
    private static readonly Type[][] Groups =
    [
        [Type.Int32, Type.Uint32, Type.Int64, Type.Uint64, Type.Bool],
        [Type.Sint32, Type.Sint64],
        [Type.Fixed32, Type.Sfixed32],
        [Type.Fixed64, Type.Sfixed64],
    ];

    /// <summary>Whether bytes that were written as one type can be read as the other.</summary>
    public static bool AreWireCompatible(FieldDescriptorProto before, FieldDescriptorProto after)
    {
        if (before.Type == after.Type)
        {
            // Of messages and enums, the name says which one.
            return before.TypeName == after.TypeName;
        }

        return (before.Type, after.Type) is (Type.String, Type.Bytes)
            || Groups.Any(group => group.Contains(before.Type) && group.Contains(after.Type));
    }
}
