using System.Buffers;
using System.Globalization;
using System.Text;

namespace Workshop.Upload;

/// <summary>Which names a file may have.</summary>
/// <remarks>The store never makes a path from a name. But whoever downloads the file will, on any system; and people read
/// names and believe them.</remarks>
internal static class FileNames
{
    /// <summary>Longest accepted name, in bytes of UTF-8: what most file systems can store.</summary>
    public const int MaxBytes = 255;

    private static readonly SearchValues<char> NotOnEverySystem = SearchValues.Create("/\\:*?\"<>|");

    // Windows gives these to a device, whatever extension follows.
    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL"];

    /// <summary>Says what is wrong with a name and what to do; null when the name is accepted.</summary>
    public static string? Problem(string name) =>
        name.Length is > 0 and <= 255 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_')
            ? null
            : "The name is not allowed.";

    // A control character moves the cursor of a terminal, and U+202E lets "exe.txt" read as "txt.exe". The two joiners are
    // part of ordinary words and of emoji.
    private static bool IsInvisible(Rune rune) =>
        rune.Value is not (0x200C or 0x200D)
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;

    private static bool IsDevice(string name)
    {
        var stem = name.Split('.')[0].TrimEnd().ToUpperInvariant();
        return Devices.Contains(stem)
            || (stem.Length == 4 && stem[..3] is "COM" or "LPT" && stem[3] is (>= '0' and <= '9') or '¹' or '²' or '³');
    }
}
