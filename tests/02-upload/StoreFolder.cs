using Workshop.Harness;

namespace Workshop.Checks;

/// <summary>The folder that the server of one check stores into, seen from outside.</summary>
internal sealed class StoreFolder(LabCheck check)
{
    private const int LongestText = 40;

    private readonly string _folder = check.MakeFolder();

    /// <summary>What the server is started with: its store, and a stop that waits for nobody for long.</summary>
    public string[] Args => ["--Upload:Root", Path.Combine(_folder, "store"), "--shutdownTimeoutSeconds=1"];

    /// <summary>Adds every file with bytes of an upload to the transcript: its folder, and what it contains.</summary>
    public void Note()
    {
        var files = Uploads().ToArray();
        foreach (var file in files)
        {
            check.Note("on disk", $"{Path.GetFileName(Path.GetDirectoryName(file))}: {Content(file)}");
        }

        if (files.Length == 0)
        {
            check.Note("on disk", "(nothing)");
        }
    }

    /// <summary>All files, wherever they lie: the folder around the store is there to catch what leaves it.</summary>
    public IEnumerable<string> Files() => Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories);

    // The uploads of the checks that look are short words. What is longer is there by a mistake, and no text.
    private static string Content(string path)
    {
        // The server may have it open for writing, and moves or removes it; Windows asks whether that is all right.
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (file.Length > LongestText)
        {
            return $"{file.Length} bytes";
        }

        using var text = new StreamReader(file);
        return text.ReadToEnd();
    }

    private IEnumerable<string> Uploads() => Files().Where(file => Path.GetExtension(file) is not ".json").Order();
}
