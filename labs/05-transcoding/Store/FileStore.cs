using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Workshop.Catalog.V1;

namespace Workshop.Transcoding;

/// <summary>The files in memory. Five are there at the start.</summary>
internal sealed class FileStore(TimeProvider time)
{
    private const int MaxFiles = 1000;
    private const int MaxNameLength = 100;
    private const int MaxDescriptionLength = 1000;
    private const string Locked = "f4";
    private const string Unreadable = "f5";

    private static readonly DateTime Start = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    private readonly Lock _lock = new();
    private readonly List<CatalogFile> _files =
    [
        Stored("f1", "notes.txt", 1200, FileKind.Text),
        Stored("f2", "photo.jpg", 2_500_000, FileKind.Image, "The team"),
        // A sparse file. Its size is 2 to the power of 53, plus 1.
        Stored("f3", "backup.tar", 9_007_199_254_740_993, FileKind.Archive),
        Stored(Locked, "report.txt", 52_000, FileKind.Text, ""),
        Stored(Unreadable, "old.zip", 0, FileKind.Archive),
    ];

    private int _newest = 5;

    /// <exception cref="CatalogException">There is no such file, or the storage fails.</exception>
    public CatalogFile Get(string id)
    {
        lock (_lock)
        {
            return Find(id).Clone();
        }
    }

    /// <summary>The files whose name begins with a text, of one kind or of all.</summary>
    public IReadOnlyList<CatalogFile> Where(string namePrefix, FileKind kind)
    {
        lock (_lock)
        {
            return [.. _files
                .Where(file => file.Name.StartsWith(namePrefix, StringComparison.Ordinal) && (kind == FileKind.Unspecified || file.Kind == kind))
                .Select(file => file.Clone())];
        }
    }

    /// <param name="file">Its id and its time are replaced, and its hash where it has none.</param>
    /// <param name="isStored">Whether it is stored; else it is only checked, and has no id.</param>
    /// <exception cref="CatalogException">It is not allowed.</exception>
    public CatalogFile Add(CatalogFile file, bool isStored)
    {
        lock (_lock)
        {
            var added = file.Clone();
            added.FileId = "";
            CheckFields(added);
            if (_files.Count >= MaxFiles)
            {
                throw new CatalogException(CatalogProblem.CatalogFull, $"There are {MaxFiles} files. Delete one first.");
            }

            if (added.Sha256.IsEmpty)
            {
                added.Sha256 = HashOf(added.Name);
            }

            added.CreateTime = time.GetUtcNow().ToTimestamp();
            if (isStored)
            {
                added.FileId = string.Create(CultureInfo.InvariantCulture, $"f{++_newest}");
                _files.Add(added.Clone());
            }

            return added;
        }
    }

    /// <param name="id">Which file.</param>
    /// <param name="change">Changes a copy of it.</param>
    /// <exception cref="CatalogException">It is not allowed.</exception>
    public CatalogFile Change(string id, Action<CatalogFile> change)
    {
        lock (_lock)
        {
            var before = FindUnlocked(id);
            var changed = before.Clone();
            change(changed);
            CheckFields(changed);
            _files[_files.IndexOf(before)] = changed;
            return changed.Clone();
        }
    }

    /// <summary>Begins to replace the content of a file.</summary>
    /// <exception cref="CatalogException">There is no such file, or it is locked.</exception>
    public ContentWriter Write(string id)
    {
        lock (_lock)
        {
            FindUnlocked(id);
        }

        return new ContentWriter(this, id);
    }

    /// <exception cref="CatalogException">There is no such file, or it is locked.</exception>
    public void Remove(string id)
    {
        lock (_lock)
        {
            _files.Remove(FindUnlocked(id));
        }
    }

    private static CatalogFile Stored(string id, string name, long size, FileKind kind, string? description = null)
    {
        var file = new CatalogFile
        {
            FileId = id,
            Name = name,
            Size = size,
            Kind = kind,
            Sha256 = HashOf(name),
            CreateTime = Start.ToTimestamp(),
        };
        if (description is not null)
        {
            file.Description = description;
        }

        return file;
    }

    // There is no content here, so the hash is that of the name.
    private static ByteString HashOf(string name) => ByteString.CopyFrom(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    private CatalogFile Find(string id)
    {
        var file = _files.Find(file => file.FileId == id)
            ?? throw new CatalogException(CatalogProblem.NotFound, $"There is no file with the id '{id}'.", "file_id");
        return id != Unreadable
            ? file
            : throw new CatalogException(CatalogProblem.StorageFailed, $"/srv/catalog/disk7/{id}: Input/output error");
    }

    private CatalogFile FindUnlocked(string id) => Find(id) is { FileId: not Locked } file
        ? file
        : throw new CatalogException(CatalogProblem.FileLocked, $"The file '{id}' is locked. Unlock it first.");

    private void CheckFields(CatalogFile file)
    {
        if (file.Name.Length is 0 or > MaxNameLength)
        {
            throw new CatalogException(
                CatalogProblem.FieldInvalid, $"The name has {file.Name.Length} characters: give 1 to {MaxNameLength}.", "name");
        }

        if (file.Description.Length > MaxDescriptionLength)
        {
            throw new CatalogException(
                CatalogProblem.FieldInvalid,
                $"The description has {file.Description.Length} characters: give up to {MaxDescriptionLength}.",
                "description");
        }

        if (file.Size < 0)
        {
            throw new CatalogException(CatalogProblem.FieldInvalid, $"The size is {file.Size}: give 0 or more.", "size");
        }

        if (_files.Exists(other => other.Name == file.Name && other.FileId != file.FileId))
        {
            throw new CatalogException(CatalogProblem.NameTaken, $"Another file is called '{file.Name}'.", "name");
        }
    }
}
