using Grpc.Core;

namespace Workshop.Upload;

/// <summary>How many calls may run at the same time: of all, and of one owner. Transfers and short calls are counted apart, so
/// that a client can always ask how far its upload is.</summary>
internal sealed class CallSlots(UploadOptions options)
{
    private const int ShortCallsPerTransfer = 8;

    private readonly Slots _transfers = new(options.MaxConcurrent, options.MaxConcurrentPerOwner);
    private readonly Slots _shortCalls = new(
        options.MaxConcurrent * ShortCallsPerTransfer, options.MaxConcurrentPerOwner * ShortCallsPerTransfer);

    /// <summary>Takes a slot for an upload or a download, until the result is disposed.</summary>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED: none is free.</exception>
    public IDisposable TakeTransfer(string owner) => _transfers.Take(owner);

    /// <summary>Takes a slot for a call that ends at once.</summary>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED: none is free.</exception>
    public IDisposable TakeShortCall(string owner) => _shortCalls.Take(owner);

    private sealed class Slots(int most, int mostPerOwner)
    {
        private readonly Lock _lock = new();
        private readonly Dictionary<string, int> _taken = [];
        private int _all;

        // Never waits: with a queue, nobody would notice that there are too many.
        public IDisposable Take(string owner)
        {
            lock (_lock)
            {
                var taken = _taken.GetValueOrDefault(owner);
                if (taken >= mostPerOwner || _all >= most)
                {
                    throw StoreErrors.TooManyCalls(Math.Min(most, mostPerOwner));
                }

                _taken[owner] = taken + 1;
                _all++;
                return new Slot(this, owner);
            }
        }

        private void Free(string owner)
        {
            lock (_lock)
            {
                _taken[owner]--;
                _all--;
            }
        }

        private sealed class Slot(Slots slots, string owner) : IDisposable
        {
            public void Dispose() => slots.Free(owner);
        }
    }
}
