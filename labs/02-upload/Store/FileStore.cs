using System.Collections.Concurrent;
using Grpc.Core;
using Workshop.Files.V1;
using Workshop.ServiceDefaults;

namespace Workshop.Upload;

/// <summary>Keeps files on disk: complete ones, and unfinished ones. One call at a time may write to an unfinished one.</summary>
internal sealed class FileStore : IDisposable
{
    private readonly StoreFolders _folders;
    private readonly StoreLock _lock;
    private readonly StoreQuota _quota;
    private readonly UploadOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<FileStore> _logger;
    private readonly StoreSweep _sweep;

    // Uploads that a call uses now. Null: it is being opened or removed.
    private readonly ConcurrentDictionary<Guid, PendingUpload?> _open = new();

    /// <exception cref="StartException">The store's folders cannot be used.</exception>
    public FileStore(
        UploadOptions options, StoreQuota quota, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<FileStore> logger)
    {
        _options = options;
        _quota = quota;
        _time = time;
        _logger = logger;
        try
        {
            _folders = new StoreFolders(options.Root, options.Tokens.Keys);
            _lock = new StoreLock(_folders.Root);
            lifetime.ApplicationStopped.Register(_lock.Dispose);
            _sweep = new StoreSweep(_folders, _quota, _open, options, time);
            _sweep.RemoveLeftovers();
            CountFiles();
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
    public PendingUpload Begin(string owner, UploadMetadata metadata)
    {
        _quota.TakeFile(owner, metadata.Size);
        // Version 7: ids sort by the time when they were made, so lists need no index.
        var record = new FileRecord(Guid.CreateVersion7(), metadata.Name, metadata.Size, owner, _time.GetUtcNow())
        {
            DeclaredSha256 = metadata.Sha256.ToByteArray(),
        };
        _open[record.Id] = null;
        try
        {
            StoreFolders.WriteRecord(_folders.PartRecord(record.Id), record);
            var upload = PendingUpload.Create(record, _folders.Part(record.Id), _quota, Close);
            _open[record.Id] = upload;
            return upload;
        }
        catch
        {
            Release(record.Id, () => Remove(record, 0));
            throw;
        }
    }

    /// <summary>Continues an unfinished upload at its end.</summary>
    /// <exception cref="RpcException">ABORTED: another call is writing to it.</exception>
    public async Task<PendingUpload> ContinueAsync(FileRecord record, CancellationToken cancellationToken)
    {
        if (!_open.TryAdd(record.Id, null))
        {
            throw UploadErrors.AnotherWriter();
        }

        try
        {
            // Since the caller called Find, another call may have finished it.
            var part = _folders.Part(record.Id);
            var upload = File.Exists(part) && !File.Exists(PathOf(record))
                ? await PendingUpload.ReopenAsync(record, part, _quota, Close, cancellationToken)
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
        // One spelling only: the one in which the server sends it.
        if (!Guid.TryParseExact(fileId, "D", out var id) || $"{id:D}" != fileId)
        {
            throw StoreErrors.NotFound();
        }

        // Other calls run at the same time. An upload may be published between the first test and the second, so there is a
        // third. A published file is never unpublished.
        var record = Complete(id, owner) ?? Unfinished(id) ?? Complete(id, owner);
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

            // Published or removed in the meantime. Both are final.
            record = Find(fileId, owner);
        }

        return (record, record.Size);
    }

    /// <summary>The complete files of an owner, oldest first. No file of others is looked at.</summary>
    /// <param name="owner">The owner.</param>
    /// <param name="after">The id before the first one; null for all.</param>
    public IEnumerable<FileRecord> List(string owner, string? after) =>
        _folders.Files(owner)
            .SkipWhile(id => string.CompareOrdinal($"{id:D}", after) <= 0)
            .Select(id => StoreFolders.ReadRecord(_folders.FileRecord(owner, id)))
            .OfType<FileRecord>();

    /// <summary>The path of the bytes of a complete file.</summary>
    public string PathOf(FileRecord record) => _folders.File(record.Owner, record.Id);

    /// <summary>The path of the bytes of an unfinished upload.</summary>
    public string PartOf(FileRecord record) => _folders.Part(record.Id);

    /// <summary>Writes the record of a complete file, before the file itself is published.</summary>
    /// <exception cref="InvalidOperationException">The file's bytes are not on the disk yet.</exception>
    public void WriteRecord(FileRecord record)
    {
        if (_open.GetValueOrDefault(record.Id) is { IsFlushed: false })
        {
            throw new InvalidOperationException("Not all bytes of the file are on the disk: await FlushAsync before WriteRecord.");
        }

        StoreFolders.WriteRecord(_folders.FileRecord(record.Owner, record.Id), record);
    }

    /// <summary>Removes uploads that nobody continued within the time to live; never one that a call uses now.</summary>
    /// <returns>How many uploads were removed.</returns>
    public int Sweep() => _sweep.Run();

    public void Dispose() => _lock.Dispose();

    private void CountFiles()
    {
        foreach (var owner in _folders.Owners())
        {
            foreach (var id in _folders.Files(owner))
            {
                _quota.Count(owner, new FileInfo(_folders.File(owner, id)).Length);
            }
        }

        foreach (var id in _folders.Pending())
        {
            if (new FileInfo(_folders.Part(id)) is { Exists: true } part)
            {
                _quota.Count(StoreFolders.ReadRecord(_folders.PartRecord(id))?.Owner ?? "", part.Length);
            }
        }
    }

    private void Close(PendingUpload upload) => Release(upload.Record.Id, () =>
    {
        if (File.Exists(PathOf(upload.Record)))
        {
            File.Delete(_folders.PartRecord(upload.Record.Id));
        }
        else if (upload.IsDiscarded)
        {
            Remove(upload.Record, upload.Length);
        }
    });

    // If a file cannot be removed, the upload is unlocked all the same, and the call keeps its own result. On Windows another
    // program, such as a virus scanner, may have the file open.
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

    // Space counts as free only when the bytes are gone. What cannot be removed now, Sweep removes and counts later.
    private void Remove(FileRecord record, long size)
    {
        File.Delete(_folders.Part(record.Id));
        _quota.GiveBack(record.Owner, size);
        File.Delete(_folders.PartRecord(record.Id));
        File.Delete(_folders.FileRecord(record.Owner, record.Id));
    }

    private FileRecord? Complete(Guid id, string owner) =>
        File.Exists(_folders.File(owner, id)) ? StoreFolders.ReadRecord(_folders.FileRecord(owner, id)) : null;

    private FileRecord? Unfinished(Guid id)
    {
        if (_open.GetValueOrDefault(id) is { } upload)
        {
            // What is being removed is gone already, for all who ask.
            return upload.IsDiscarded ? null : upload.Record;
        }

        var part = _folders.Part(id);
        return File.Exists(part) && !_sweep.IsOld(part) ? StoreFolders.ReadRecord(_folders.PartRecord(id)) : null;
    }

    // An upload that is being discarded now is not abandoned: its record will be removed, too.
    private FileRecord? Abandoned(Guid id) =>
        _open.GetValueOrDefault(id) is null ? StoreFolders.ReadRecord(_folders.PartRecord(id)) : null;

    // Null: there is no part.
    private long? PartSize(Guid id)
    {
        try
        {
            if (_open.GetValueOrDefault(id) is { } upload)
            {
                // On Windows, a folder shows the size of an open file late. The call that writes to it knows the size.
                return upload.CommittedSize;
            }
        }
        catch (ObjectDisposedException)
        {
            // The call that wrote to it ended in the meantime.
        }

        var part = new FileInfo(_folders.Part(id));
        return part.Exists ? part.Length : null;
    }
}
