using System.Collections.Concurrent;

namespace Workshop.Upload;

/// <summary>Removes what nobody needs any more.</summary>
internal sealed class StoreSweep(
    StoreFolders folders, StoreQuota quota, ConcurrentDictionary<Guid, PendingUpload?> open, UploadOptions options, TimeProvider time)
{
    /// <summary>Removes what a server left that was killed in the middle of a commit. Before any call.</summary>
    public void RemoveLeftovers()
    {
        foreach (var file in folders.HalfRecords().Concat(folders.RecordsWithoutFile()).ToArray())
        {
            File.Delete(file);
        }
    }

    /// <summary>Removes the uploads that nobody continued in time, and what is left of others.</summary>
    /// <returns>How many were removed.</returns>
    public int Run() => folders.Pending().ToArray().Count(Remove);

    /// <summary>Whether a file was not changed within the time to live. Also true for one that does not exist.</summary>
    public bool IsOld(string path) => File.GetLastWriteTimeUtc(path) + options.TimeToLive < time.GetUtcNow().UtcDateTime;

    private bool Remove(Guid id)
    {
        // Never one that a call uses now.
        if (!open.TryAdd(id, null))
        {
            return false;
        }

        try
        {
            var record = StoreFolders.ReadRecord(folders.PartRecord(id));
            return File.Exists(folders.Part(id)) ? RemovePart(id, record) : RemoveRecord(id);
        }
        finally
        {
            open.TryRemove(id, out _);
        }
    }

    private bool RemovePart(Guid id, FileRecord? record)
    {
        // Without a record, nobody can continue it.
        var part = new FileInfo(folders.Part(id));
        if (record is not null && !IsOld(part.FullName))
        {
            return false;
        }

        var size = part.Length;
        part.Delete();
        quota.GiveBack(record?.Owner ?? "", size);
        if (record is not null)
        {
            // The record stays for the same time again, so that its owner can learn that the upload expired.
            File.SetLastWriteTimeUtc(folders.PartRecord(id), time.GetUtcNow().UtcDateTime);
        }

        return true;
    }

    // There are no bytes: they expired, or were published.
    private bool RemoveRecord(Guid id)
    {
        if (IsOld(folders.PartRecord(id)))
        {
            File.Delete(folders.PartRecord(id));
        }

        return false;
    }
}
