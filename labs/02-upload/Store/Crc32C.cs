using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Workshop.Upload;

/// <summary>CRC-32C (Castagnoli), the checksum of iSCSI and of most object stores (RFC 3720, appendix B.4).</summary>
/// <remarks>Processors have an instruction for it, so it costs almost nothing.</remarks>
internal static class Crc32C
{
    // Optimized from the first call on: otherwise the JIT begins with code that is many times slower.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static uint Of(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        for (; data.Length >= sizeof(ulong); data = data[sizeof(ulong)..])
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(data));
        }

        foreach (var value in data)
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return ~crc;
    }
}
