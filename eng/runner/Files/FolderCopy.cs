namespace Workshop.Runner.Files;

/// <summary>Copies a folder so that it is there whole or not at all.</summary>
internal static class FolderCopy
{
    private static readonly string[] Output = ["bin", "obj"];

    /// <summary>Compares names as the system's disks do: on Windows and macOS, two that differ in case alone are one file.</summary>
    public static readonly StringComparer NameComparer =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

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

        BusyFile.Retry(to, () => Directory.Move(temporary, to));
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

        foreach (var file in Files(folder).Except(wanted, NameComparer).ToArray())
        {
            BusyFile.Retry(file, () => File.Delete(Path.Combine(folder, file)));
        }
    }

    /// <summary>The files of a folder by their relative path, without build output.</summary>
    public static IEnumerable<string> Files(string folder) => !Directory.Exists(folder)
        ? []
        : Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file))
            .Where(file => !file.Split('/', '\\')[..^1].Any(Output.Contains))
            .Order(StringComparer.Ordinal);

    // Byte for byte: what is restored is as it came, line ends and all.
    private static bool Same(string one, string other) =>
        File.Exists(one) && File.Exists(other) && File.ReadAllBytes(one).AsSpan().SequenceEqual(File.ReadAllBytes(other));
}
