using Grpc.Core;

namespace Workshop.Upload;

/// <summary>How much the store and each owner have left, in bytes and in files. Bytes count when they are stored, not when they
/// are declared: who declares much and sends nothing takes no room from others.</summary>
internal sealed class StoreQuota(UploadOptions options)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (long Bytes, int Files)> _owners = [];
    private long _bytes;

    /// <summary>Counts a new file.</summary>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED: the owner has too many, or the bytes that it declares have no room
    /// now.</exception>
    public void TakeFile(string owner, long declaredBytes)
    {
        lock (_lock)
        {
            var (bytes, files) = _owners.GetValueOrDefault(owner);
            if (files >= options.MaxFilesPerOwner)
            {
                throw StoreErrors.TooManyFiles(options.MaxFilesPerOwner);
            }

            Require(declaredBytes, bytes);
            _owners[owner] = (bytes, files + 1);
        }
    }

    /// <summary>Counts bytes that are about to be stored.</summary>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED: there is no room for them.</exception>
    public void TakeBytes(string owner, long bytes)
    {
        lock (_lock)
        {
            Require(bytes, _owners.GetValueOrDefault(owner).Bytes);
            Add(owner, bytes, files: 0);
        }
    }

    /// <summary>Counts what is there already when the server starts, even if it is more than is allowed now.</summary>
    public void Count(string owner, long bytes)
    {
        lock (_lock)
        {
            Add(owner, bytes, files: 1);
        }
    }

    /// <summary>A file and its bytes are gone.</summary>
    public void GiveBack(string owner, long bytes)
    {
        lock (_lock)
        {
            Add(owner, -bytes, files: -1);
        }
    }

    private void Add(string owner, long bytes, int files)
    {
        var now = _owners.GetValueOrDefault(owner);
        _owners[owner] = (now.Bytes + bytes, now.Files + files);
        _bytes += bytes;
    }

    private void Require(long bytes, long ofOwner)
    {
        var free = Math.Max(0, Math.Min(options.QuotaBytes - _bytes, options.QuotaBytesPerOwner - ofOwner));
        if (bytes > free)
        {
            throw StoreErrors.QuotaExceeded(bytes, free);
        }
    }
}
