using System.Buffers;
using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections;

namespace Workshop.Upload;

/// <summary>Gives Kestrel blocks of 64 KiB to read into.</summary>
/// <remarks>Its own have 4 KiB: a system call for each of them, and each message in 17 pieces. With large ones, an upload
/// costs the server less processor time. A server with thousands of connections, which mostly wait, should keep
/// the small ones.</remarks>
internal sealed class LargeBlocks : IMemoryPoolFactory<byte>
{
    public MemoryPool<byte> Create(MemoryPoolOptions? options = null) => new Pool();

    private sealed class Pool : MemoryPool<byte>
    {
        private const int BlockBytes = 64 * 1024;

        private readonly ConcurrentStack<Block> _free = new();

        public override int MaxBufferSize => BlockBytes;

        public override IMemoryOwner<byte> Rent(int minBufferSize = -1) =>
            minBufferSize > BlockBytes ? throw new ArgumentOutOfRangeException(nameof(minBufferSize))
            : _free.TryPop(out var block) ? block
            // Pinned: the operating system writes into it while the garbage collector may move other things.
            : new Block(_free, GC.AllocateUninitializedArray<byte>(BlockBytes, pinned: true));

        protected override void Dispose(bool disposing) => _free.Clear();
    }

    private sealed class Block(ConcurrentStack<Block> free, byte[] bytes) : IMemoryOwner<byte>
    {
        public Memory<byte> Memory => bytes;

        public void Dispose() => free.Push(this);
    }
}
