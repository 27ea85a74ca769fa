using System.Text.Json;
using Workshop.Runner.Files;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Progress;

/// <summary>The file .workshop/progress.json.</summary>
internal sealed class ProgressFile(WorkshopFolder workshop)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private string Notes => workshop.PathOf(".workshop", "progress.json");

    private string NotesBefore => workshop.PathOf(".workshop", "progress.txt");

    public ProgressNotes Read() => TryRead() ?? new ProgressNotes();

    /// <summary>Changes the notes. Two runners may do so at once; each sees what the other wrote.</summary>
    public ProgressNotes Change(Func<ProgressNotes, ProgressNotes> change)
    {
        using var ours = FileLock.Take(workshop.PathOf(".workshop", "progress.lock"), Patience);
        if (TryRead() is not { } before)
        {
            AtomicFile.Copy(Notes, $"{Notes}.broken");
            before = new ProgressNotes();
        }

        var after = change(before);
        if (!before.IsOfNewerRunner() && (!File.Exists(Notes) || after.ToJson() != Text(Notes)))
        {
            AtomicFile.Write(Notes, after.ToJson());
        }

        return after;
    }

    // Null when the file is no JSON at all, such as one that a disk has cut off.
    private ProgressNotes? TryRead()
    {
        try
        {
            return File.Exists(Notes) ? ProgressNotes.Parse(Text(Notes))
                : File.Exists(NotesBefore) ? ProgressNotes.ParseLines(Text(NotesBefore))
                : new ProgressNotes();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Text(string file) => BusyFile.Retry(file, () => File.ReadAllText(file));
}
