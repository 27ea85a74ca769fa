using System.Buffers;
using System.Globalization;
using System.Text;

namespace Workshop.Upload;

/// <summary>Which names a file may have.</summary>
/// <remarks>The store never makes a path from a name. But a client that downloads the file does, on any system. And people
/// trust the names that they read.</remarks>
internal static class FileNames
{
    /// <summary>Longest accepted name, in bytes of UTF-8: what most file systems can store.</summary>
    public const int MaxBytes = 255;

    private static readonly SearchValues<char> NotOnEverySystem = SearchValues.Create("/\\:*?\"<>|");

    // On Windows these are devices, with any extension.
    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL"];

    /// <summary>Says what is wrong with a name and what to do; null when the name is accepted.</summary>
    public static string? Problem(string name) => name switch
    {
        "" => "The name is empty: give 1 to 255 bytes.",
        "." or ".." => "The name means a folder: give the name of a file.",
        _ when Encoding.UTF8.GetByteCount(name) is > MaxBytes and var bytes => $"The name has {bytes} bytes: give 1 to {MaxBytes}.",
        _ when name.AsSpan().IndexOfAny(NotOnEverySystem) is >= 0 and var at =>
            $"The name contains {name[at]}, which makes a path or is not allowed everywhere: leave it out.",
        _ when name.EnumerateRunes().Any(IsInvisible) => "The name contains a character that cannot be seen: leave it out.",
        _ when name[0] is ' ' || name[^1] is ' ' or '.' => "The name begins or ends with a space, or ends with a dot: leave them out.",
        _ when IsDevice(name) => "The name belongs to a device on Windows: choose another one.",
        _ => null,
    };

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
