using System.Text.Json;

namespace Workshop.Upload;

/// <summary>The folders of the store: <c>pending/</c> for unfinished uploads, <c>files/</c> for complete files, and in it a
/// folder for each owner. All are on one volume, so that a move between them is a rename.</summary>
internal sealed class StoreFolders
{
    private const string PartSuffix = ".part";
    private const string DataSuffix = ".data";
    private const string RecordSuffix = ".json";
    private const string NewSuffix = ".new";
    private const string OwnerPrefix = "of-";

    private readonly string _pending;
    private readonly string _files;

    /// <param name="root">The folder of the store.</param>
    /// <param name="owners">All who may upload.</param>
    /// <exception cref="IOException">The folders cannot be made, or one of them is a link.</exception>
    public StoreFolders(string root, IEnumerable<string> owners)
    {
        Root = Path.GetFullPath(root);
        _pending = MakeFolder(Path.Combine(Root, "pending"));
        _files = MakeFolder(Path.Combine(Root, "files"));
        foreach (var owner in owners)
        {
            MakeFolder(Path.Combine(_files, FolderOf(owner)));
        }
    }

    public string Root { get; }

    /// <summary>The bytes of an unfinished upload.</summary>
    public string Part(Guid id) => Path.Combine(_pending, $"{id:D}{PartSuffix}");

    /// <summary>The record of an unfinished upload.</summary>
    public string PartRecord(Guid id) => Path.Combine(_pending, $"{id:D}{RecordSuffix}");

    /// <summary>The bytes of a complete file. A file is complete when this exists.</summary>
    public string File(string owner, Guid id) => Path.Combine(_files, FolderOf(owner), $"{id:D}{DataSuffix}");

    /// <summary>The record of a complete file.</summary>
    public string FileRecord(string owner, Guid id) => Path.Combine(_files, FolderOf(owner), $"{id:D}{RecordSuffix}");

    /// <summary>The ids of all unfinished uploads, also of those that have only their record or their bytes left.</summary>
    public IEnumerable<Guid> Pending() => Ids(_pending, RecordSuffix).Union(Ids(_pending, PartSuffix));

    /// <summary>The ids of an owner's complete files, oldest first: an id begins with the time when it was made.</summary>
    public IEnumerable<Guid> Files(string owner) =>
        Ids(Path.Combine(_files, FolderOf(owner)), DataSuffix).OrderBy(id => $"{id:D}", StringComparer.Ordinal);

    /// <summary>All owners who have a folder.</summary>
    public IEnumerable<string> Owners() => Directory.EnumerateDirectories(_files, $"{OwnerPrefix}*")
        .Select(folder => Path.GetFileName(folder)[OwnerPrefix.Length..])
        .Prepend("");

    /// <summary>Records that are half written: a server was killed meanwhile.</summary>
    public IEnumerable<string> HalfRecords() => Owners().Select(owner => Path.Combine(_files, FolderOf(owner))).Prepend(_pending)
        .SelectMany(folder => Directory.EnumerateFiles(folder, $"*{NewSuffix}"));

    /// <summary>Records of complete files that have no file: a server was killed between the two.</summary>
    public IEnumerable<string> RecordsWithoutFile() => Owners().SelectMany(owner =>
        Ids(Path.Combine(_files, FolderOf(owner)), RecordSuffix).Except(Files(owner)).Select(id => FileRecord(owner, id)));

    /// <summary>Null when there is none.</summary>
    public static FileRecord? ReadRecord(string path)
    {
        try
        {
            // Windows removes a file that is being read only if its readers allow that (Delete).
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return JsonSerializer.Deserialize<FileRecord>(file);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes a record in one step: a reader never sees half of it.</summary>
    public static void WriteRecord(string path, FileRecord record)
    {
        var temporary = $"{path}{NewSuffix}";
        try
        {
            System.IO.File.WriteAllBytes(temporary, JsonSerializer.SerializeToUtf8Bytes(record));
            System.IO.File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            // The disk is full, for example: half a record must not take more of it.
            System.IO.File.Delete(temporary);
            throw;
        }
    }

    // Owners' names have letters, digits, - and _ only: UploadOptions. The prefix keeps them apart from devices of Windows.
    private static string FolderOf(string owner) => owner.Length == 0 ? "" : OwnerPrefix + owner;

    private static string MakeFolder(string path)
    {
        var folder = Directory.CreateDirectory(path);
        // A link here would move the files to another place.
        return folder.LinkTarget is null
            ? folder.FullName
            : throw new IOException($"{folder.FullName} is a link. Remove it: the store makes its own folders.");
    }

    private static IEnumerable<Guid> Ids(string folder, string suffix) =>
        Directory.EnumerateFiles(folder, $"*{suffix}")
            .Select(file => Guid.TryParseExact(Path.GetFileName(file)[..^suffix.Length], "D", out var id) ? id : Guid.Empty)
            .Where(id => id != Guid.Empty);
}
