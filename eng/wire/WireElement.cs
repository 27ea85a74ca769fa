namespace Workshop.Wire;

/// <summary>A piece of a message: a field, an element of a packed field, or the end of a group.</summary>
/// <param name="Offset">Where its first byte is, counted from 0 in the whole input.</param>
/// <param name="Depth">How many messages it lies in; 0 for a field of the outermost one.</param>
/// <param name="Bytes">The field's tag, its length and its value. Not the value of what has elements of its own: they follow.</param>
/// <param name="Number">The field's number; null for an element of a packed field.</param>
/// <param name="Name">The field's name in the contract; <c>?</c> where the contract does not know it; <c>[0]</c> for a packed element.</param>
/// <param name="WireType">In the words of the encoding's documentation: VARINT, I64, LEN, SGROUP, EGROUP, I32. Empty for a
/// packed element.</param>
/// <param name="Length">How many bytes the value has; null where the encoding does not write that down.</param>
/// <param name="Value">The value, or the type of what has elements of its own.</param>
public sealed record WireElement(
    int Offset, int Depth, ReadOnlyMemory<byte> Bytes, int? Number, string Name, string WireType, int? Length, string Value);
