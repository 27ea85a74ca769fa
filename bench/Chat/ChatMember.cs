using System.Net.WebSockets;
using System.Text.Json;
using Grpc.Core;
using Grpc.Net.Client;
using Workshop.Chat.V1;

namespace Workshop.Bench.Chat;

/// <summary>A member of the room, on a connection of its own.</summary>
internal abstract class ChatMember : IDisposable
{
    private const string Room = "bench";

    /// <summary>Joins.</summary>
    /// <param name="kind">The kind of server.</param>
    /// <param name="server">Where it listens.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="token">Its token, which the peer does not ask for.</param>
    public static async Task<ChatMember> JoinAsync(string kind, Uri server, string name, string token) => kind == ChatServers.WebSocket
        ? await OfWebSocket.OpenAsync(server, name)
        : await OfGrpc.OpenAsync(server, token);

    public abstract Task SayAsync(string text);

    /// <summary>Waits for the next text.</summary>
    /// <returns>Its number in the room, and the text.</returns>
    public abstract ValueTask<(long Seq, string Text)> NextAsync();

    public abstract void Dispose();

    private sealed class OfGrpc(GrpcChannel channel, AsyncDuplexStreamingCall<ChatRequest, ChatResponse> call) : ChatMember
    {
        public static async Task<OfGrpc> OpenAsync(Uri server, string token)
        {
            var channel = GrpcChannel.ForAddress(server);
            var call = new ChatService.ChatServiceClient(channel).Chat(new Metadata { { "authorization", $"Bearer {token}" } });
            await call.RequestStream.WriteAsync(new ChatRequest { Join = new Join { Room = Room } });
            while (await call.ResponseStream.MoveNext() && call.ResponseStream.Current.Event.Present is null)
            {
            }

            return new OfGrpc(channel, call);
        }

        public override Task SayAsync(string text) => call.RequestStream.WriteAsync(new ChatRequest { Say = new Say { Text = text } });

        public override async ValueTask<(long Seq, string Text)> NextAsync()
        {
            while (await call.ResponseStream.MoveNext())
            {
                var happened = call.ResponseStream.Current.Event;
                switch (happened.EventCase)
                {
                    case RoomEvent.EventOneofCase.Said:
                        return (happened.Seq, happened.Said.Text);
                    case RoomEvent.EventOneofCase.Missed:
                        throw new InvalidOperationException($"A member missed {happened.Missed.Count} events.");
                }
            }

            throw new InvalidOperationException("The server has ended the call.");
        }

        public override void Dispose()
        {
            call.Dispose();
            channel.Dispose();
        }
    }

    private sealed class OfWebSocket(ClientWebSocket socket) : ChatMember
    {
        private readonly byte[] _buffer = WebSocketCalls.NewBuffer();

        public static async Task<OfWebSocket> OpenAsync(Uri server, string name)
        {
            var socket = new ClientWebSocket();
            await socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = name }.Uri, CancellationToken.None);
            return new OfWebSocket(socket);
        }

        public override Task SayAsync(string text) => socket.SendAsync(
            JsonSerializer.SerializeToUtf8Bytes(new ChatLine(text), ChatLineJson.Default.ChatLine),
            WebSocketMessageType.Text,
            endOfMessage: true,
            CancellationToken.None);

        public override async ValueTask<(long Seq, string Text)> NextAsync() =>
            await WebSocketCalls.ReadLineAsync(socket, _buffer, CancellationToken.None) is { } line
                ? (line.Seq, line.Text)
                : throw new InvalidOperationException("The server has closed the connection.");

        public override void Dispose() => socket.Dispose();
    }
}
