using Grpc.Core;

namespace Workshop.Upload;

/// <summary>How much room the store has left: every file counts with its declared size from the beginning.</summary>
internal sealed class StoreQuota(UploadOptions options)
{
    private readonly Lock _lock = new();
    private long _taken;

    /// <exception cref="RpcException">RESOURCE_EXHAUSTED: there is not enough room.</exception>
    public void Take(long bytes)
    {
        lock (_lock)
        {
            var free = Math.Max(0, options.QuotaBytes - _taken);
            _taken += bytes <= free ? bytes : throw StoreErrors.QuotaExceeded(bytes, free);
        }
    }

    /// <summary>Counts what was there when the server started, even where it is more than is allowed now.</summary>
    public void Count(long bytes)
    {
        lock (_lock)
        {
            _taken += bytes;
        }
    }

    public void GiveBack(long bytes) => Count(-bytes);
}
