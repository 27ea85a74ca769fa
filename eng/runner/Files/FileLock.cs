using System.Diagnostics;

namespace Workshop.Runner.Files;

/// <summary>A lock between processes, by a file that one of them holds open. Whoever is ended with it gives it back, because
/// the system closes the file.</summary>
internal static class FileLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits for the lock, however long.</summary>
    public static async Task<IDisposable> TakeAsync(string path, CancellationToken cancellationToken)
    {
        IDisposable? taken;
        while ((taken = TryTake(path)) is null)
        {
            await Task.Delay(Pause, cancellationToken);
        }

        return taken;
    }

    /// <summary>Waits for a lock that others hold for a moment only.</summary>
    /// <exception cref="IOException">It did not come in time.</exception>
    public static IDisposable Take(string path, TimeSpan patience)
    {
        var waited = Stopwatch.StartNew();
        IDisposable? taken;
        while ((taken = TryTake(path)) is null)
        {
            if (waited.Elapsed >= patience)
            {
                throw new IOException($"Another program has held {path} for more than {patience.TotalSeconds:0.#} s.");
            }

            Thread.Sleep(Pause);
        }

        return taken;
    }

    private static FileStream? TryTake(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }
}
