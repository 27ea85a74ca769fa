namespace Workshop.Evolution;

/// <summary>Reads the two things that every protobuf message is made of.</summary>
internal static class WireReader
{
    /// <summary>Reads a varint, and moves the position behind it.</summary>
    /// <exception cref="FormatException">The bytes end before it does, or it has more than 10 bytes.</exception>
    public static ulong ReadVarint(ReadOnlySpan<byte> bytes, ref int position)
    {
        // TODO 04.1: read a varint, and in ReadTag a tag.
        throw new NotImplementedException("TODO 04.1 is not done yet. See labs/04-schema-evolution/README.md.");
    }

    /// <summary>Reads a tag, and moves the position behind it.</summary>
    public static (int FieldNumber, int WireType) ReadTag(ReadOnlySpan<byte> bytes, ref int position)
    {
        throw new NotImplementedException("TODO 04.1 is not done yet. See labs/04-schema-evolution/README.md.");
    }
}
