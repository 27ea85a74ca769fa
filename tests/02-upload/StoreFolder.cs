using Workshop.Harness;

namespace Workshop.Checks;

/// <summary>The folder that the server of one check stores into, seen from outside.</summary>
internal sealed class StoreFolder(LabCheck check)
{
    private const int LongestText = 40;

    private readonly string _folder = check.MakeFolder();

    private string Store => Path.Combine(_folder, "store");

    private string Complete => Path.Combine(Store, "files");

    /// <summary>The arguments of the server: its store, and a short time limit for its stop.</summary>
    public string[] Args => ["--Upload:Root", Store, "--shutdownTimeoutSeconds=1"];

    /// <summary>Where the server publishes a file.</summary>
    public string PathOf(string fileId) => Path.Combine(Complete, $"{fileId}.data");

    /// <summary>Where it writes the record of that file.</summary>
    public string RecordOf(string fileId) => Path.Combine(Complete, $"{fileId}.json");

    /// <summary>The bytes of unfinished uploads.</summary>
    public IEnumerable<string> Parts() => Directory.EnumerateFiles(Path.Combine(Store, "pending"), "*.part");

    /// <summary>How many bytes are stored of unfinished uploads.</summary>
    public long PartBytes() => Parts().Sum(part =>
    {
        using var file = Open(part);
        return file.Length;
    });

    /// <summary>Adds every file with bytes of an upload to the transcript: its folder, and what it contains.</summary>
    public void Note() => Note(Parts().Concat(Published()));

    /// <summary>The same for complete files.</summary>
    public void NotePublished() => Note(Published());

    private IEnumerable<string> Published() => Directory.EnumerateFiles(Complete, "*.data");

    private void Note(IEnumerable<string> files)
    {
        var lines = files.Select(file => $"{Path.GetFileName(Path.GetDirectoryName(file))}: {Content(file)}").Order(StringComparer.Ordinal);
        foreach (var line in lines.DefaultIfEmpty("(nothing)"))
        {
            check.Note("on disk", line);
        }
    }

    // These checks upload short words. A longer file is there by mistake, and not a text.
    private static string Content(string path)
    {
        using var file = Open(path);
        if (file.Length > LongestText)
        {
            return $"{file.Length} bytes";
        }

        using var text = new StreamReader(file);
        return text.ReadToEnd();
    }

    // The server may have it open for writing, and may move or remove it: on Windows, the share mode must allow that.
    private static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
}
