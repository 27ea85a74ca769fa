namespace Workshop.Runner.Files;

/// <summary>Writes a file so that whoever ends the program at any moment leaves the old text or the new one.</summary>
internal static class AtomicFile
{
    public static void Write(string path, string text)
    {
        var temporary = Beside(path);
        File.WriteAllText(temporary, text);
        Replace(temporary, path);
    }

    public static void Copy(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        var temporary = Beside(to);
        File.Copy(from, temporary, overwrite: true);
        Replace(temporary, to);
    }

    private static void Replace(string temporary, string path) =>
        BusyFile.Retry(path, () => File.Move(temporary, path, overwrite: true));

    private static string Beside(string path) => $"{path}.{Environment.ProcessId}.tmp";
}
