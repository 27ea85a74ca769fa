using System.Buffers;
using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections;

namespace Workshop.Upload;

/// <summary>Gives Kestrel blocks of 64 KiB to read into.</summary>
/// <remarks>Kestrel's own blocks have 4 KiB: that means a system call for each, and 17 pieces for a message. With large
/// blocks, an upload costs the server less processor time. A server with thousands of connections that mostly wait should
/// keep the small blocks.</remarks>
internal sealed class LargeBlockPoolFactory : IMemoryPoolFactory<byte>
{
    public MemoryPool<byte> Create(MemoryPoolOptions? options = null) => new Pool();

    private sealed class Pool : MemoryPool<byte>
    {
        private const int BlockBytes = 64 * 1024;

        // 16 MiB. What a rush of clients needed beyond that goes back to the garbage collector.
        private const int MostKept = 256;

        private readonly ConcurrentStack<Block> _free = new();
        private int _kept;

        public override int MaxBufferSize => BlockBytes;

        public override IMemoryOwner<byte> Rent(int minBufferSize = -1) =>
            minBufferSize > BlockBytes ? throw new ArgumentOutOfRangeException(nameof(minBufferSize))
            : Take()
            // Pinned: the operating system writes into it, so the garbage collector must not move it.
            ?? new Block(this, GC.AllocateUninitializedArray<byte>(BlockBytes, pinned: true));

        public void Keep(Block block)
        {
            if (Interlocked.Increment(ref _kept) <= MostKept)
            {
                _free.Push(block);
            }
            else
            {
                Interlocked.Decrement(ref _kept);
            }
        }

        protected override void Dispose(bool disposing) => _free.Clear();

        private Block? Take()
        {
            if (!_free.TryPop(out var block))
            {
                return null;
            }

            Interlocked.Decrement(ref _kept);
            return block;
        }
    }

    private sealed class Block(Pool pool, byte[] bytes) : IMemoryOwner<byte>
    {
        public Memory<byte> Memory => bytes;

        public void Dispose() => pool.Keep(this);
    }
}
