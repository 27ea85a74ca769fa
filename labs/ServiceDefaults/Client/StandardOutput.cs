using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace Workshop.ServiceDefaults;

/// <summary>Standard output that says when nobody reads it any more, as after <c>tail --follow | head -1</c>.</summary>
/// <remarks><see cref="Console.Out"/> drops what it cannot write, without a word: a program that follows would run on for
/// ever.</remarks>
public static class StandardOutput
{
    private const int StandardOutputOfWindows = -11;

    // EPIPE of Unix; ERROR_BROKEN_PIPE and ERROR_NO_DATA of Windows.
    private static readonly int[] NobodyReads = [32, unchecked((int)0x8007006D), unchecked((int)0x800700E8)];

    /// <summary>The writer of the console; for a pipe one that fails when its reader has gone.</summary>
    public static TextWriter Open()
    {
        if (!Console.IsOutputRedirected)
        {
            return Console.Out;
        }

        try
        {
            var stream = new FileStream(Handle(), FileAccess.Write, bufferSize: 0);
            // A file has no reader. And a FileStream keeps a position of its own, which standard error would not share (2>&1).
            return stream.CanSeek ? Console.Out : TextWriter.Synchronized(new StreamWriter(stream) { AutoFlush = true });
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // A process may have no standard output.
            return Console.Out;
        }
    }

    /// <summary>Whether a write failed because nobody reads any more: the work is done.</summary>
    internal static bool IsClosed(IOException exception) => NobodyReads.Contains(exception.HResult);

    private static SafeFileHandle Handle() =>
        new(OperatingSystem.IsWindows() ? GetStdHandle(StandardOutputOfWindows) : 1, ownsHandle: false);

    [SupportedOSPlatform("windows")]
    [DllImport("kernel32.dll"), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint GetStdHandle(int standardHandle);
}
