using System.Buffers;
using System.Text;
using Workshop.ServiceDefaults;

namespace Workshop.Upload;

/// <summary>Which names a file may have.</summary>
/// <remarks>The store never makes a path from a name. But a client that downloads the file does, on any system. And people
/// trust the names that they read.</remarks>
internal static class FileNames
{
    /// <summary>Longest accepted name, in bytes of UTF-8: what most file systems can store.</summary>
    public const int MaxBytes = 255;

    private static readonly SearchValues<char> NotOnEverySystem = SearchValues.Create("/\\:*?\"<>|");

    // Letters and marks that are shown as nothing, or as a blank.
    private static readonly SearchValues<char> Fillers = SearchValues.Create("\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0");

    // On Windows these are devices, with any extension.
    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$"];

    /// <summary>Says what is wrong with a name and what to do; null when the name is accepted.</summary>
    public static string? Problem(string name) => name switch
    {
        "" => $"The name is empty: give 1 to {MaxBytes} bytes.",
        "." or ".." => "The name means a folder: give the name of a file.",
        _ when Encoding.UTF8.GetByteCount(name) is > MaxBytes and var bytes => $"The name has {bytes} bytes: give 1 to {MaxBytes}.",
        _ when name.AsSpan().IndexOfAny(NotOnEverySystem) is >= 0 and var at =>
            $"The name contains {name[at]}, which makes a path or is not allowed everywhere: leave it out.",
        _ when name.EnumerateRunes().Any(VisibleText.IsHidden) || name.AsSpan().ContainsAny(Fillers) =>
            "The name contains a character that cannot be seen: leave it out.",
        _ when char.IsWhiteSpace(name[0]) || char.IsWhiteSpace(name[^1]) || name[^1] is '.' =>
            "The name begins or ends with a space, or ends with a dot: leave them out.",
        _ when IsDevice(name) => "The name belongs to a device on Windows: choose another one.",
        _ => null,
    };

    private static bool IsDevice(string name)
    {
        var stem = name.Split('.')[0].TrimEnd().ToUpperInvariant();
        return Devices.Contains(stem)
            || (stem.Length == 4 && stem[..3] is "COM" or "LPT" && stem[3] is (>= '0' and <= '9') or '¹' or '²' or '³');
    }
}
