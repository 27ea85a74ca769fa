using System.Net.Sockets;

namespace Workshop.Bench.Contrast;

/// <summary>Makes connections without TLS and counts their bytes.</summary>
internal sealed class CountedSocket
{
    private long _sent;
    private long _received;

    public long Sent => Interlocked.Read(ref _sent);

    public long Received => Interlocked.Read(ref _received);

    public SocketsHttpHandler Handler => new() { ConnectCallback = ConnectAsync };

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
        return new CountedStream(socket, this);
    }

    private sealed class CountedStream(Socket socket, CountedSocket count) : NetworkStream(socket, ownsSocket: true)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await base.ReadAsync(buffer, cancellationToken);
            Interlocked.Add(ref count._received, read);
            return read;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Interlocked.Add(ref count._sent, buffer.Length);
            return base.WriteAsync(buffer, cancellationToken);
        }

        public override int Read(Span<byte> buffer) => throw Uncounted();

        public override int Read(byte[] buffer, int offset, int count) => throw Uncounted();

        public override void Write(ReadOnlySpan<byte> buffer) => throw Uncounted();

        public override void Write(byte[] buffer, int offset, int count) => throw Uncounted();

        private static NotSupportedException Uncounted() => new("These bytes would not be counted.");
    }
}
