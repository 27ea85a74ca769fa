namespace Workshop.Checks;

/// <summary>Makes the end of a file unreadable while somebody reads it.</summary>
internal static class Unreadable
{
    /// <summary>From now on, reading beyond so many bytes fails.</summary>
    public static IDisposable From(string path, long bytes)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        if (OperatingSystem.IsWindows())
        {
            // Nobody may shorten a file that another one reads; but a lock keeps readers off.
            file.Lock(bytes, file.Length - bytes);
            return file;
        }

        using var writer = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        writer.SetLength(bytes);
        return file;
    }
}
