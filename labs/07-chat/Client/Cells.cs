using System.Globalization;
using System.Text;

namespace Workshop.Chat;

/// <summary>How wide a text is on a terminal.</summary>
internal static class Cells
{
    // What is wide or full wide in Unicode's annex 11 (East Asian Width), in a few ranges; and emoji.
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0xA4CF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF00, 0xFF60),
        (0xFFE0, 0xFFE6), (0x1F300, 0x1FAFF), (0x20000, 0x3FFFD),
    ];

    /// <summary>The width of a text, in cells.</summary>
    public static int Width(string text) => text.EnumerateRunes().Sum(Width);

    /// <summary>The end of a text that is not wider than this.</summary>
    public static string End(string text, int width)
    {
        var start = text.Length;
        foreach (var rune in text.EnumerateRunes().Reverse())
        {
            width -= Width(rune);
            if (width < 0)
            {
                break;
            }

            start -= rune.Utf16SequenceLength;
        }

        return text[start..];
    }

    /// <summary>The beginning of a text that is not wider than this.</summary>
    public static string Start(string text, int width)
    {
        var end = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width -= Width(rune);
            if (width < 0)
            {
                break;
            }

            end += rune.Utf16SequenceLength;
        }

        return text[..end];
    }

    private static int Width(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0
        : Wide.Any(range => rune.Value >= range.First && rune.Value <= range.Last) ? 2
        : 1;
}
