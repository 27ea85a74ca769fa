using System.Collections.Concurrent;
using Grpc.Core;
using Workshop.ServiceDefaults;

namespace Workshop.Upload;

/// <summary>Keeps files on disk: unfinished ones, which one call at a time may write to, and complete ones.</summary>
internal sealed class FileStore
{
    private readonly StoreFolders _folders;
    private readonly StoreQuota _quota;
    private readonly UploadOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<FileStore> _logger;

    // What a call is working on. Null: being opened, or removed.
    private readonly ConcurrentDictionary<Guid, PendingUpload?> _open = new();

    /// <exception cref="StartException">The store's folders cannot be used.</exception>
    public FileStore(UploadOptions options, StoreQuota quota, TimeProvider time, ILogger<FileStore> logger)
    {
        _options = options;
        _quota = quota;
        _time = time;
        _logger = logger;
        try
        {
            _folders = new StoreFolders(options.Root);
            _quota.Count(_folders.Files().Sum(id => new FileInfo(_folders.File(id)).Length));
            _quota.Count(_folders.Pending()
                .Where(id => File.Exists(_folders.Part(id)))
                .Sum(id => StoreFolders.ReadRecord(_folders.PartRecord(id))?.Size ?? 0));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartException(
                $"its store cannot be used: {exception.Message.TrimEnd('.')}. Choose another folder with --Upload:Root.", exception);
        }
    }

    public string Root => _folders.Root;

    /// <summary>Begins a new upload.</summary>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED: there is no room for it.</exception>
    public PendingUpload Begin(string owner, string name, long size)
    {
        _quota.Take(size);
        // Version 7: ids sort by the time when they were made, and lists need no index.
        var record = new FileRecord(Guid.CreateVersion7(), name, size, owner, _time.GetUtcNow());
        _open[record.Id] = null;
        try
        {
            StoreFolders.WriteRecord(_folders.PartRecord(record.Id), record);
            var upload = PendingUpload.Create(record, _folders.Part(record.Id), Close);
            _open[record.Id] = upload;
            return upload;
        }
        catch
        {
            Release(record.Id, () => Remove(record));
            throw;
        }
    }

    /// <summary>Goes on with an unfinished upload, where it ended.</summary>
    /// <exception cref="RpcException">ABORTED: another call is at it.</exception>
    public async Task<PendingUpload> ContinueAsync(FileRecord record, CancellationToken cancellationToken)
    {
        if (!_open.TryAdd(record.Id, null))
        {
            throw UploadErrors.AnotherWriter();
        }

        try
        {
            // Between the caller's look and now, another call may have finished it.
            var upload = File.Exists(_folders.Part(record.Id)) && !File.Exists(_folders.File(record.Id))
                ? await PendingUpload.ReopenAsync(record, _folders.Part(record.Id), Close, cancellationToken)
                : throw UploadErrors.AnotherWriter();
            _open[record.Id] = upload;
            return upload;
        }
        catch
        {
            _open.TryRemove(record.Id, out _);
            throw;
        }
    }

    /// <summary>Finds a file by its id. Its record has a SHA-256 when it is complete.</summary>
    /// <exception cref="RpcException">NOT_FOUND: there is none, or it is somebody else's, or it expired.</exception>
    public FileRecord Find(string fileId, string owner)
    {
        if (!Guid.TryParseExact(fileId, "D", out var id))
        {
            throw StoreErrors.NotFound();
        }

        // Other calls go on meanwhile. An upload that was neither complete nor unfinished may have been published between the
        // two looks: then the third one finds it, for a published file stays.
        var record = Complete(id) ?? Unfinished(id) ?? Complete(id);
        return record is not null
            ? record.Owner == owner ? record : throw StoreErrors.NotFound()
            : throw (Abandoned(id)?.Owner == owner ? StoreErrors.Expired(_options.TimeToLive) : StoreErrors.NotFound());
    }

    /// <summary>Finds a complete file by its id.</summary>
    /// <exception cref="RpcException">NOT_FOUND: there is none, or it is somebody else's.</exception>
    public FileRecord FindComplete(string fileId, string owner) =>
        Find(fileId, owner) is { Sha256: not null } record ? record : throw StoreErrors.NotFound();

    /// <summary>Finds a file by its id, and says how many bytes of it are stored.</summary>
    /// <exception cref="RpcException">NOT_FOUND: there is none, or it is somebody else's, or it expired.</exception>
    public (FileRecord Record, long CommittedSize) Status(string fileId, string owner)
    {
        var record = Find(fileId, owner);
        if (record.Sha256 is null)
        {
            if (PartSize(record.Id) is { } size)
            {
                return (record, size);
            }

            // Published or removed since, and neither is ever undone.
            record = Find(fileId, owner);
        }

        return (record, record.Size);
    }

    /// <summary>The complete files of an owner, oldest first.</summary>
    /// <param name="owner">Whose files.</param>
    /// <param name="after">The id before the first one; empty for all.</param>
    public IEnumerable<FileRecord> List(string owner, string after) =>
        _folders.Files()
            .SkipWhile(id => string.CompareOrdinal(id.ToString("D"), after) <= 0)
            .Select(id => StoreFolders.ReadRecord(_folders.FileRecord(id)))
            .OfType<FileRecord>()
            .Where(record => record.Owner == owner);

    /// <summary>Where the bytes of a complete file lie.</summary>
    public string PathOf(FileRecord record) => _folders.File(record.Id);

    /// <summary>Where the bytes of an unfinished upload lie.</summary>
    public string PartOf(FileRecord record) => _folders.Part(record.Id);

    /// <summary>Writes the record of a complete file, ahead of the file itself.</summary>
    public void WriteRecord(FileRecord record) => StoreFolders.WriteRecord(_folders.FileRecord(record.Id), record);

    /// <summary>Removes what was abandoned for longer than the time to live, and never what a call is working on.</summary>
    /// <returns>How many uploads were removed.</returns>
    public int Sweep() => _folders.Pending().ToArray().Count(SweepOne);

    private bool SweepOne(Guid id)
    {
        if (!_open.TryAdd(id, null))
        {
            return false;
        }

        try
        {
            if (File.Exists(_folders.File(id)))
            {
                // Published, and the server ended before it had tidied up.
                File.Delete(_folders.Part(id));
                File.Delete(_folders.PartRecord(id));
                return false;
            }

            if (!IsOld(_folders.Part(id)))
            {
                return false;
            }

            if (!File.Exists(_folders.Part(id)))
            {
                // Its record stays for as long again, so that its owner learns what became of it.
                if (IsOld(_folders.PartRecord(id)))
                {
                    File.Delete(_folders.PartRecord(id));
                }

                return false;
            }

            RemovePart(id, StoreFolders.ReadRecord(_folders.PartRecord(id))?.Size ?? 0);
            File.Delete(_folders.FileRecord(id));
            File.SetLastWriteTimeUtc(_folders.PartRecord(id), _time.GetUtcNow().UtcDateTime);
            return true;
        }
        finally
        {
            _open.TryRemove(id, out _);
        }
    }

    private void Close(PendingUpload upload) => Release(upload.Record.Id, () =>
    {
        if (File.Exists(_folders.File(upload.Record.Id)))
        {
            File.Delete(_folders.PartRecord(upload.Record.Id));
        }
        else if (upload.IsDiscarded)
        {
            Remove(upload.Record);
        }
    });

    // Whatever the disk does, no upload stays locked, and the call keeps its own answer: a file is stored although its
    // leftovers cannot be removed. On Windows that happens: something else, such as a virus scanner, has them open.
    private void Release(Guid id, Action tidyUp)
    {
        try
        {
            tidyUp();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _logger.TidyUpFailed(id, exception);
        }
        finally
        {
            _open.TryRemove(id, out _);
        }
    }

    private void Remove(FileRecord record)
    {
        RemovePart(record.Id, record.Size);
        File.Delete(_folders.PartRecord(record.Id));
        File.Delete(_folders.FileRecord(record.Id));
    }

    // The room is free when the bytes are gone, not before: what cannot be removed now, Sweep removes and counts later.
    private void RemovePart(Guid id, long size)
    {
        if (File.Exists(_folders.Part(id)))
        {
            File.Delete(_folders.Part(id));
        }

        _quota.GiveBack(size);
    }

    private FileRecord? Complete(Guid id) =>
        File.Exists(_folders.File(id)) ? StoreFolders.ReadRecord(_folders.FileRecord(id)) : null;

    private FileRecord? Unfinished(Guid id)
    {
        var upload = _open.GetValueOrDefault(id);
        return !File.Exists(_folders.Part(id)) ? null
            : upload is not null ? upload.Record
            : !IsOld(_folders.Part(id)) ? StoreFolders.ReadRecord(_folders.PartRecord(id))
            : null;
    }

    // What is being discarded just now is not abandoned: its record is about to go as well.
    private FileRecord? Abandoned(Guid id) =>
        _open.GetValueOrDefault(id) is null ? StoreFolders.ReadRecord(_folders.PartRecord(id)) : null;

    // Null: there is no part.
    private long? PartSize(Guid id)
    {
        try
        {
            if (_open.GetValueOrDefault(id) is { } upload)
            {
                // On Windows a folder learns the size of an open file late: whoever writes to it knows it.
                return upload.CommittedSize;
            }
        }
        catch (ObjectDisposedException)
        {
            // The call that wrote to it ended while we looked.
        }

        var part = new FileInfo(_folders.Part(id));
        return part.Exists ? part.Length : null;
    }

    // True also of a part that is not there.
    private bool IsOld(string path) => File.GetLastWriteTimeUtc(path) + _options.TimeToLive < _time.GetUtcNow().UtcDateTime;
}
