namespace Workshop.Evolution;

/// <summary>Reads the two things that every protobuf message is made of.</summary>
internal static class WireReader
{
    private const int LongestVarint = 10;

    /// <summary>Reads a varint, and moves the position behind it.</summary>
    /// <exception cref="FormatException">The bytes end before it does, or it has more than 10 bytes.</exception>
    public static ulong ReadVarint(ReadOnlySpan<byte> bytes, ref int position)
    {
        var value = 0UL;
        for (var i = 0; i < LongestVarint; i++)
        {
            if (position >= bytes.Length)
            {
                throw new FormatException("The bytes end in the middle of a varint.");
            }

            var next = bytes[position++];
            value |= (ulong)(next & 0x7f) << (7 * i);
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new FormatException("A varint has more than 10 bytes.");
    }

    /// <summary>Reads a tag, and moves the position behind it.</summary>
    public static (int FieldNumber, int WireType) ReadTag(ReadOnlySpan<byte> bytes, ref int position)
    {
        var tag = ReadVarint(bytes, ref position);
        return ((int)(tag >> 3), (int)(tag & 7));
    }
}
