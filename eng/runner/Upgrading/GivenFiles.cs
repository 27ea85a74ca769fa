using System.Security.Cryptography;
using Workshop.Runner.Files;

namespace Workshop.Runner.Upgrading;

/// <summary>The files of a version as they came: eng/given.txt, which the package brings. A line is a SHA-256 and a path.</summary>
/// <remarks>Packing writes it (GrpcWorkshop.Templates.csproj). So what came is known even where a student answered before the
/// runner was started for the first time.</remarks>
internal static class GivenFiles
{
    public const string Path = "eng/given.txt";

    private const int HashLength = 64;

    /// <summary>The hashes by path; a line that is none is left out.</summary>
    public static IReadOnlyDictionary<string, string> Read(string file)
    {
        var hashes = new Dictionary<string, string>(FolderCopy.NameComparer);
        foreach (var line in File.ReadLines(file).Where(line => line.Length > HashLength + 1))
        {
            hashes[line[(HashLength + 1)..]] = line[..HashLength].ToLowerInvariant();
        }

        return hashes;
    }

    /// <summary>What a file says, as a number; null where there is none.</summary>
    public static string? HashOf(string file) => File.Exists(file) ? Convert.ToHexStringLower(FileContent.Hash(file)) : null;

    /// <summary>The bytes of a file as a number: a package is to come as it was packed.</summary>
    public static string HashOfBytes(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>The same; null where there is no file.</summary>
    public static string? HashOfBytesOrNull(string file) => File.Exists(file) ? HashOfBytes(file) : null;
}
