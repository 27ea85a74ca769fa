using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Google.Protobuf.Reflection;

namespace Workshop.Wire;

/// <summary>Values as they are shown: on one line, without a character that a terminal would obey.</summary>
internal static class WireValue
{
    private const int LongestText = 48;
    private const int LongestBytes = 16;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string OfVarint(FieldDescriptor field, ulong value) => field.FieldType switch
    {
        FieldType.Bool => value == 0 ? "false" : value == 1 ? "true" : $"true ({value})",
        FieldType.Int32 => Cut((int)value, (long)value),
        FieldType.UInt32 => Cut((uint)value, value),
        FieldType.SInt32 => Cut((int)((uint)value >> 1) ^ -(int)(value & 1), value <= uint.MaxValue ? null : value),
        FieldType.Int64 => Number((long)value),
        FieldType.SInt64 => Number((long)(value >> 1) ^ -(long)(value & 1)),
        FieldType.Enum => field.EnumType.FindValueByNumber((int)value) is { } known
            ? $"{known.Name} ({known.Number})"
            : $"{(int)value}, which {field.EnumType.FullName} does not have",
        _ => Number(value),
    };

    public static string OfFixed(FieldDescriptor field, ReadOnlySpan<byte> value) => field.FieldType switch
    {
        FieldType.Double => Number(BinaryPrimitives.ReadDoubleLittleEndian(value)),
        FieldType.Float => Number(BinaryPrimitives.ReadSingleLittleEndian(value)),
        FieldType.SFixed64 => Number(BinaryPrimitives.ReadInt64LittleEndian(value)),
        FieldType.SFixed32 => Number(BinaryPrimitives.ReadInt32LittleEndian(value)),
        _ => OfFixed(value),
    };

    public static string OfFixed(ReadOnlySpan<byte> value) => value.Length == 8
        ? Number(BinaryPrimitives.ReadUInt64LittleEndian(value))
        : Number(BinaryPrimitives.ReadUInt32LittleEndian(value));

    public static string OfText(ReadOnlySpan<byte> value)
    {
        try
        {
            return Quote(Strict.GetString(value));
        }
        catch (DecoderFallbackException)
        {
            return $"{OfBytes(value)}, which is not UTF-8";
        }
    }

    public static string OfBytes(ReadOnlySpan<byte> value) => value.Length == 0 ? "(empty)"
        : HexText.Of(value[..Math.Min(value.Length, LongestBytes)]) + (value.Length > LongestBytes ? " …" : "");

    /// <summary>Whether somebody would read it: UTF-8 without control characters, and not empty.</summary>
    public static bool LooksLikeText(ReadOnlySpan<byte> value)
    {
        while (value.Length > 0)
        {
            if (Rune.DecodeFromUtf8(value, out var rune, out var length) != System.Buffers.OperationStatus.Done || !IsShown(rune))
            {
                return false;
            }

            value = value[length..];
            if (value.Length == 0)
            {
                return true;
            }
        }

        return false;
    }

    private static string Quote(string text)
    {
        var shown = new StringBuilder("\"");
        var count = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (++count > LongestText)
            {
                return shown.Append("…\"").ToString();
            }

            shown.Append(rune.Value switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                _ => IsShown(rune) ? rune.ToString() : $"\\u{{{rune.Value:x}}}",
            });
        }

        return shown.Append('"').ToString();
    }

    // Format characters turn text around or hide it.
    private static bool IsShown(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    // A field of 32 bits takes the lower half of what is there, and says nothing.
    private static string Cut(long value, long? sent) => sent is null || sent == value ? Number(value) : $"{Number(value)} (cut from {Number(sent)})";

    private static string Cut(long value, ulong? sent) => sent is null || sent == (ulong)value ? Number(value) : $"{Number(value)} (cut from {Number(sent)})";

    private static string Number(IFormattable? number) => number?.ToString(null, CultureInfo.InvariantCulture) ?? "";
}
