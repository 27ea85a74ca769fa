namespace Workshop.Runner.Files;

/// <summary>A new, empty folder, until it is disposed.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public ScratchFolder(string path)
    {
        TryDelete(path);
        Path = Directory.CreateDirectory(path).FullName;
    }

    public string Path { get; }

    public string PathOf(string file) => System.IO.Path.Combine(Path, file);

    public void Dispose() => TryDelete(Path);

    /// <summary>Deletes a folder, if there is one. On Windows a process may have loaded a file of it: then it stays for the next time.
    /// </summary>
    public static void TryDelete(string path)
    {
        try
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
        }
    }
}
