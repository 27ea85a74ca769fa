using Grpc.Core;

namespace Workshop.Upload;

/// <summary>How much space the store has left. Every file counts with its declared size from the beginning.</summary>
internal sealed class StoreQuota(UploadOptions options)
{
    private readonly Lock _lock = new();
    private long _taken;

    /// <exception cref="RpcException">RESOURCE_EXHAUSTED: there is not enough space.</exception>
    public void Take(long bytes)
    {
        lock (_lock)
        {
            var free = Math.Max(0, options.QuotaBytes - _taken);
            _taken += bytes <= free ? bytes : throw StoreErrors.QuotaExceeded(bytes, free);
        }
    }

    /// <summary>Counts the files that existed when the server started, even if they are more than is allowed now.</summary>
    public void Count(long bytes)
    {
        lock (_lock)
        {
            _taken += bytes;
        }
    }

    public void GiveBack(long bytes) => Count(-bytes);
}
