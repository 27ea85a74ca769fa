using Google.Protobuf.Reflection;

namespace Workshop.Evolution.Gate;

/// <summary>A field of the old release, and what became of it.</summary>
/// <param name="File">The file.</param>
/// <param name="OldMessage">Its message in the old release.</param>
/// <param name="NewMessage">Its message in the new one.</param>
/// <param name="Before">The field in the old release.</param>
/// <param name="After">The field of the same number in the new one; null when there is none.</param>
internal sealed record FieldChange(
    string File, MessageEntry OldMessage, MessageEntry NewMessage, FieldDescriptorProto Before, FieldDescriptorProto? After)
{
    /// <summary>The message as it is now: its fields, and what it reserves.</summary>
    public DescriptorProto Message => NewMessage.Proto;

    public string Element => $"{OldMessage.FullName}.{Before.Name} ({Before.Number})";

    public Cardinality OldCardinality => Cardinalities.Of(Before, OldMessage);

    public Cardinality NewCardinality => After is null ? OldCardinality : Cardinalities.Of(After, NewMessage);
}
