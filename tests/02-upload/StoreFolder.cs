using Workshop.Harness;

namespace Workshop.Checks;

/// <summary>The folder that the server of one check stores into, seen from outside.</summary>
internal sealed class StoreFolder(LabCheck check)
{
    private readonly string _folder = check.MakeFolder();

    /// <summary>What the server is started with: its store, and a stop that waits for nobody for long.</summary>
    public string[] Args => ["--Upload:Root", Path.Combine(_folder, "store"), "--shutdownTimeoutSeconds=1"];

    /// <summary>Adds every file with bytes of an upload to the transcript: its folder, and what it contains.</summary>
    public void Note()
    {
        var files = Uploads().ToArray();
        foreach (var file in files)
        {
            check.Note("on disk", $"{Path.GetFileName(Path.GetDirectoryName(file))}: {File.ReadAllText(file)}");
        }

        if (files.Length == 0)
        {
            check.Note("on disk", "(nothing)");
        }
    }

    /// <summary>All files, wherever they lie: the folder around the store is there to catch what leaves it.</summary>
    public IEnumerable<string> Files() => Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories);

    private IEnumerable<string> Uploads() => Files().Where(file => Path.GetExtension(file) is not ".json").Order();
}
