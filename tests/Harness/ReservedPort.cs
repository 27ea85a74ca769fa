using System.Net;
using System.Net.Sockets;

namespace Workshop.Harness;

/// <summary>A loopback port that is taken but on which nobody listens: connecting to it is refused.</summary>
internal sealed class ReservedPort : IAsyncDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public ReservedPort() => _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));

    public string Address => $"http://{_socket.LocalEndPoint}";

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
