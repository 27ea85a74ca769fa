using System.Globalization;
using System.Text;

namespace Workshop.Hello;

/// <summary>Makes text of somebody else safe to show.</summary>
/// <remarks>A console obeys escape sequences, a line feed forges a line of output, and U+202E lets <c>exe.txt</c> read as
/// <c>txt.exe</c>. None of them is visible itself.</remarks>
internal static class VisibleText
{
    /// <summary>The text on one line, in which a character that cannot be seen is shown by its number, such as
    /// <c>\u{202E}</c>.</summary>
    public static string Of(string text)
    {
        if (!text.EnumerateRunes().Any(IsHidden))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            visible.Append(IsHidden(rune) ? $"\\u{{{rune.Value:X4}}}" : rune.ToString());
        }

        return $"{visible}";
    }

    /// <summary>Whether a character cannot be seen. The two joiners can: they are part of ordinary words and of emoji.</summary>
    private static bool IsHidden(Rune rune) =>
        rune.Value is not (0x200C or 0x200D)
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
