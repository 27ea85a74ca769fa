using System.Text.Json;

namespace Workshop.Upload;

/// <summary>The folders of the store: <c>pending/</c> for unfinished uploads, <c>files/</c> for complete files. Both are on
/// one volume, so that a move between them is a rename.</summary>
internal sealed class StoreFolders
{
    private readonly string _pending;
    private readonly string _files;

    /// <exception cref="IOException">The folders cannot be made, or one of them is a link.</exception>
    public StoreFolders(string root)
    {
        Root = Path.GetFullPath(root);
        _pending = MakeFolder("pending");
        _files = MakeFolder("files");
    }

    public string Root { get; }

    /// <summary>The bytes of an unfinished upload.</summary>
    public string Part(Guid id) => Path.Combine(_pending, $"{id:D}.part");

    /// <summary>The record of an unfinished upload.</summary>
    public string PartRecord(Guid id) => Path.Combine(_pending, $"{id:D}.json");

    /// <summary>The bytes of a complete file. A file is complete when this exists.</summary>
    public string File(Guid id) => Path.Combine(_files, $"{id:D}.data");

    /// <summary>The record of a complete file.</summary>
    public string FileRecord(Guid id) => Path.Combine(_files, $"{id:D}.json");

    /// <summary>The ids of all unfinished uploads, also of those that have only their record left.</summary>
    public IEnumerable<Guid> Pending() => Ids(_pending, "*.json");

    /// <summary>The ids of all complete files, oldest first: an id begins with the time when it was made.</summary>
    public IEnumerable<Guid> Files() => Ids(_files, "*.data").OrderBy(id => id.ToString("D"), StringComparer.Ordinal);

    /// <summary>Null when there is none.</summary>
    public static FileRecord? ReadRecord(string path)
    {
        try
        {
            // Windows removes a file that is being read only if its readers allow that (Delete).
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return JsonSerializer.Deserialize<FileRecord>(file);
        }
        catch (Exception exception) when (exception is FileNotFoundException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes a record in one step: a reader never sees half of it.</summary>
    public static void WriteRecord(string path, FileRecord record)
    {
        var temporary = $"{path}.new";
        System.IO.File.WriteAllBytes(temporary, JsonSerializer.SerializeToUtf8Bytes(record));
        System.IO.File.Move(temporary, path, overwrite: true);
    }

    private string MakeFolder(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Root, name));
        // A link here would move the files to another place.
        return folder.LinkTarget is null
            ? folder.FullName
            : throw new IOException($"{folder.FullName} is a link. Remove it: the store makes its own folders.");
    }

    private static IEnumerable<Guid> Ids(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern)
            .Select(file => Guid.TryParseExact(Path.GetFileNameWithoutExtension(file), "D", out var id) ? id : Guid.Empty)
            .Where(id => id != Guid.Empty);
}
