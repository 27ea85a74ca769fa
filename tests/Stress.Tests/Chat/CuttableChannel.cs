using System.Collections.Concurrent;
using System.Net.Sockets;
using Grpc.Net.Client;
using Workshop.Chat.V1;

namespace Workshop.Tests;

/// <summary>A channel whose TCP connection can be cut, as if a cable or a program broke.</summary>
internal sealed class CuttableChannel : IDisposable
{
    private readonly ConcurrentBag<Socket> _sockets = [];
    private readonly GrpcChannel _channel;

    public CuttableChannel(string address)
    {
        _channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions
        {
            HttpHandler = new SocketsHttpHandler
            {
                ConnectCallback = async (context, cancellationToken) =>
                {
                    var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                    _sockets.Add(socket);
                    await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                    return new NetworkStream(socket, ownsSocket: true);
                },
            },
        });
        Client = new ChatService.ChatServiceClient(_channel);
    }

    public ChatService.ChatServiceClient Client { get; }

    /// <summary>Cuts the connection: no frame of HTTP/2 says goodbye.</summary>
    /// <param name="isReset">With RST, and not FIN.</param>
    public void Cut(bool isReset)
    {
        foreach (var socket in _sockets)
        {
            socket.LingerState = new LingerOption(isReset, 0);
            socket.Close();
        }
    }

    public void Dispose() => _channel.Dispose();
}
