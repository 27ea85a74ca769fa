using System.Globalization;
using Google.Protobuf.WellKnownTypes;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Json;

/// <summary>A point in time as JSON has it: <c>2026-01-02T03:04:05.006Z</c>.</summary>
internal static class TimestampText
{
    /// <summary>Longest text, in bytes.</summary>
    public const int MaxLength = 30;

    private const long MinSeconds = -62_135_596_800;
    private const long MaxSeconds = 253_402_300_799;
    private const int NanosPerSecond = 1_000_000_000;

    /// <returns>False if it is none of the years 1 to 9999: then nothing is written.</returns>
    public static bool TryWrite(Timestamp timestamp, Span<byte> text, out int length)
    {
        length = 0;
        if (timestamp is not { Seconds: >= MinSeconds and <= MaxSeconds, Nanos: >= 0 and < NanosPerSecond })
        {
            return false;
        }

        DateTime.UnixEpoch.AddTicks(timestamp.Seconds * TimeSpan.TicksPerSecond).TryFormat(text, out length, "s", CultureInfo.InvariantCulture);
        if (timestamp.Nanos > 0)
        {
            // No digit, three, six or nine: so asks the JSON mapping of Protobuf.
            var (fraction, format) = timestamp.Nanos switch
            {
                var nanos when nanos % 1_000_000 == 0 => (nanos / 1_000_000, "D3"),
                var nanos when nanos % 1_000 == 0 => (nanos / 1_000, "D6"),
                var nanos => (nanos, "D9"),
            };
            text[length++] = (byte)'.';
            fraction.TryFormat(text[length..], out var digits, format, CultureInfo.InvariantCulture);
            length += digits;
        }

        text[length++] = (byte)'Z';
        return true;
    }
}
