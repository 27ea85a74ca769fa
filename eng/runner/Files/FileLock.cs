namespace Workshop.Runner.Files;

/// <summary>A lock between processes, by a file that one of them holds open. Whoever is ended with it gives it back, because
/// the system closes the file.</summary>
internal static class FileLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits for the lock.</summary>
    /// <exception cref="OperationCanceledException">It did not come before the token was cancelled.</exception>
    public static async Task<IDisposable> TakeAsync(string path, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    /// <summary>Waits for a lock that others hold for a moment only.</summary>
    /// <exception cref="IOException">It did not come in time.</exception>
    public static IDisposable Take(string path, TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        try
        {
            return TakeAsync(path, limit.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            throw new IOException($"{path} is held by another program for more than {patience.TotalSeconds:0.#} s.");
        }
    }
}
