using Workshop.Harness;

namespace Workshop.Checks;

/// <summary>The folder that the server of one check stores into, seen from outside.</summary>
internal sealed class StoreFolder(LabCheck check)
{
    private const int LongestText = 40;

    private readonly string _folder = check.MakeFolder();

    /// <summary>The arguments of the server: its store, and a short time limit for its stop.</summary>
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

    /// <summary>All files, also those outside the store: the folder around it shows what leaves the store.</summary>
    public IEnumerable<string> Files() => Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories);

    // These checks upload short words. A longer file is there by mistake, and not a text.
    private static string Content(string path)
    {
        // The server may have it open for writing, and may move or remove it: on Windows, the share mode must allow that.
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
