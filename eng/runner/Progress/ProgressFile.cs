using System.Diagnostics;
using Workshop.Runner.Copies;
using Workshop.Runner.Files;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Progress;

/// <summary>The file .workshop/progress.txt.</summary>
internal sealed class ProgressFile(WorkshopFolder workshop)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private string Folder => workshop.PathOf(".workshop");

    private string Notes => Path.Combine(Folder, "progress.txt");

    public ProgressNotes Read() => File.Exists(Notes)
        ? ProgressNotes.Parse(BusyFile.Retry(Notes, () => File.ReadAllText(Notes)))
        : ProgressNotes.Empty;

    /// <summary>Changes the notes. Two runners may do so at once; each sees what the other wrote.</summary>
    public ProgressNotes Change(Func<ProgressNotes, ProgressNotes> change)
    {
        Directory.CreateDirectory(Folder);
        using var ours = Lock();
        var before = Read();
        var after = change(before);
        if (after.ToString() != before.ToString() || !File.Exists(Notes))
        {
            AtomicFile.Write(Notes, after.ToString());
        }

        return after;
    }

    private FileStream Lock()
    {
        for (var waited = Stopwatch.StartNew(); ;)
        {
            try
            {
                return new FileStream(
                    Path.Combine(Folder, "progress.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited.Elapsed < Patience)
            {
                Thread.Sleep(20);
            }
        }
    }
}
