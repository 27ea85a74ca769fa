using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Workshop.Errors;

/// <summary>Reads a whole request of HTTP/2, and then ends the connection without a response.</summary>
/// <remarks>It answers the preface with its SETTINGS, as RFC 9113, section 3.4, wants. A connection that ends before that is no broken one
/// for a client, but one that never began.</remarks>
internal sealed class BreakingServer : IAsyncDisposable
{
    private const int PrefaceLength = 24;
    private const int FrameHeaderLength = 9;
    private const byte Data = 0;
    private const byte Headers = 1;
    private const byte EndStream = 1;

    private static readonly byte[] EmptySettings = [0, 0, 0, 4, 0, 0, 0, 0, 0];

    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly Task _serving;

    public BreakingServer()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        _serving = ServeAsync();
    }

    public Uri Address => new($"http://{_listener.LocalEndPoint}");

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _serving;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                await using var connection = new NetworkStream(await _listener.AcceptAsync(), ownsSocket: true);
                await ReadRequestAsync(connection);
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // The tour is over.
        }
    }

    private static async Task ReadRequestAsync(NetworkStream connection)
    {
        try
        {
            await connection.WriteAsync(EmptySettings);
            await connection.ReadExactlyAsync(new byte[PrefaceLength]);
            var header = new byte[FrameHeaderLength];
            do
            {
                await connection.ReadExactlyAsync(header);
                await connection.ReadExactlyAsync(new byte[BinaryPrimitives.ReadInt32BigEndian(header) >> 8]);
            }
            while (header[3] is not (Data or Headers) || (header[4] & EndStream) == 0);
        }
        catch (IOException)
        {
            // The client was faster.
        }
    }
}
