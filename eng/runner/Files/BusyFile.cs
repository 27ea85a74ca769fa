using System.Diagnostics;

namespace Workshop.Runner.Files;

/// <summary>Does something with a file that another program may hold for a moment. On Windows, a virus scanner, an indexer or
/// a second runner does, and whoever replaces the file meanwhile is refused.</summary>
internal static class BusyFile
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    // ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows, as an HRESULT.
    private const int SharingViolation = unchecked((int)0x80070020);
    private const int LockViolation = unchecked((int)0x80070021);

    /// <exception cref="IOException">The file stayed busy.</exception>
    public static void Retry(string file, Action work) => Retry(file, work, Patience);

    /// <exception cref="IOException">The file stayed busy.</exception>
    public static T Retry<T>(string file, Func<T> work)
    {
        var result = default(T);
        Retry(file, () => { result = work(); });
        return result!;
    }

    /// <exception cref="IOException">The file stayed busy for so long.</exception>
    public static void Retry(string file, Action work, TimeSpan patience)
    {
        for (var waited = Stopwatch.StartNew(); ;)
        {
            try
            {
                work();
                return;
            }
            catch (Exception problem) when (IsBusy(problem))
            {
                if (waited.Elapsed >= patience)
                {
                    throw new IOException(
                        $"{file} could not be used for {patience.TotalSeconds:0.#} s, because another program holds it or you may not "
                        + $"write there. ({problem.Message})",
                        problem);
                }

                Thread.Sleep(Pause);
            }
        }
    }

    // Windows refuses to replace a file that is open elsewhere with "access denied" as well.
    private static bool IsBusy(Exception problem) =>
        problem is UnauthorizedAccessException || problem.HResult is SharingViolation or LockViolation;
}
