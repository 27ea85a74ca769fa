using Workshop.ServiceDefaults;

namespace Workshop.Upload;

/// <summary>Keeps a store for one server. Two would write to the same files.</summary>
/// <remarks>The system holds the lock for the process: it ends with it, even if it is killed.</remarks>
internal sealed class StoreLock : IDisposable
{
    private readonly FileStream _file;

    /// <exception cref="StartException">Another server uses the store.</exception>
    public StoreLock(string root)
    {
        try
        {
            _file = new FileStream(Path.Combine(root, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (IsHeld(exception.HResult & 0xFFFF))
        {
            throw new StartException(
                $"another server uses its store, {root}. Stop that one, or choose another folder with --Upload:Root.", exception);
        }
    }

    public void Dispose() => _file.Dispose();

    // ERROR_SHARING_VIOLATION on Windows, EWOULDBLOCK on Linux and macOS.
    private static bool IsHeld(int code) => OperatingSystem.IsWindows() ? code is 0x20 : code is 11 or 35;
}
