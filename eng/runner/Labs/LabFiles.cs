using System.Security.Cryptography;
using System.Text;
using Workshop.Runner.Files;

namespace Workshop.Runner.Labs;

/// <summary>The files of a lab that are graded.</summary>
internal static class LabFiles
{
    private const int HashLength = 16;

    private static readonly string[] Output = ["bin", "obj", "artifacts", "node_modules"];

    /// <summary>Whether a path below a lab's folder belongs to the answer: no build output, no prose, no editor's file.</summary>
    public static bool IsAnswer(string relativePath)
    {
        var parts = relativePath.Split('/', '\\');
        var name = parts[^1];
        return !parts[..^1].Any(part => Output.Contains(part) || part.StartsWith('.'))
            && !name.StartsWith('.') && !name.EndsWith('~')
            && Path.GetExtension(name) is not (".md" or ".new" or ".tmp" or ".swp" or ".user" or "");
    }

    /// <summary>One number for all files that are graded: it is the same exactly while they say the same.</summary>
    public static string Hash(WorkshopFolder workshop, Lab lab, Grade grade)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, file) in Read(workshop, lab, grade))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{path}\n"));
            hash.AppendData(FileContent.Hash(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The hash of each file that decides how a lab is graded, by its path in the workshop: the lab's own, and the contracts.
    /// </summary>
    /// <remarks>Short: it only has to tell a file from what it was before.</remarks>
    public static IReadOnlyDictionary<string, string> Hashes(WorkshopFolder workshop, Lab lab, Grade grade)
    {
        var protos = workshop.PathOf("protos");
        var contracts = Directory.Exists(protos) ? Directory.EnumerateFiles(protos, "*.proto", SearchOption.AllDirectories) : [];
        return Read(workshop, lab, grade).Select(file => file.File).Concat(contracts.Order(StringComparer.Ordinal)).ToDictionary(
            workshop.Show, file => Convert.ToHexStringLower(FileContent.Hash(file))[..HashLength]);
    }

    /// <summary>The graded files by their path in the lab's folder, in order.</summary>
    public static IReadOnlyList<(string Path, string File)> Read(WorkshopFolder workshop, Lab lab, Grade grade)
    {
        var folder = workshop.PathOf(grade.ToName(), lab.Slug);
        return !Directory.Exists(folder)
            ? []
            : [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(file => (Path: Path.GetRelativePath(folder, file).Replace('\\', '/'), File: file))
                .Where(file => IsAnswer(file.Path))
                .OrderBy(file => file.Path, StringComparer.Ordinal)];
    }
}
