using Workshop.Runner.Progress;

namespace Workshop.Runner.Keeping;

/// <summary>Copies a folder so that it is there whole or not at all.</summary>
internal static class FolderCopy
{
    private static readonly string[] Output = ["bin", "obj"];

    /// <param name="from">The folder.</param>
    /// <param name="to">The copy's path; nothing is there yet.</param>
    public static void Make(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        var temporary = $"{to}.{Environment.ProcessId}.tmp";
        if (Directory.Exists(temporary))
        {
            Directory.Delete(temporary, recursive: true);
        }

        Directory.CreateDirectory(temporary);
        foreach (var file in Files(from))
        {
            var copy = Path.Combine(temporary, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(from, file), copy);
        }

        Directory.Move(temporary, to);
    }

    /// <summary>Makes a folder equal to a copy of it, file by file. Files that the copy has not are deleted: the caller
    /// has a copy of them.</summary>
    public static void Restore(string copy, string folder)
    {
        string[] wanted = [.. Files(copy)];
        foreach (var file in wanted.Where(file => !Same(Path.Combine(copy, file), Path.Combine(folder, file))))
        {
            AtomicFile.Copy(Path.Combine(copy, file), Path.Combine(folder, file));
        }

        foreach (var file in Files(folder).Except(wanted, StringComparer.Ordinal).ToArray())
        {
            File.Delete(Path.Combine(folder, file));
        }
    }

    /// <summary>The files of a folder by their relative path, without build output.</summary>
    public static IEnumerable<string> Files(string folder) => !Directory.Exists(folder)
        ? []
        : Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file))
            .Where(file => !file.Split('/', '\\')[..^1].Any(Output.Contains))
            .Order(StringComparer.Ordinal);

    public static bool Same(string one, string other) =>
        File.Exists(one) && File.Exists(other) && File.ReadAllBytes(one).AsSpan().SequenceEqual(File.ReadAllBytes(other));
}
