using Grpc.Core;

namespace Workshop.Upload;

/// <summary>How many uploads may run at the same time.</summary>
internal sealed class UploadSlots(UploadOptions options) : IDisposable
{
    private readonly SemaphoreSlim _free = new(options.MaxConcurrent);

    /// <summary>Takes a slot until the result is disposed. Never waits: with a queue, nobody would notice that there are too many.</summary>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED: none is free.</exception>
    public IDisposable Take() =>
        _free.Wait(0) ? new Slot(_free) : throw StoreErrors.TooManyUploads(options.MaxConcurrent);

    public void Dispose() => _free.Dispose();

    private sealed class Slot(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
