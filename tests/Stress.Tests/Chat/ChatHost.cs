using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Workshop.Chat;
using Workshop.Chat.V1;

namespace Workshop.Tests;

/// <summary>The solution of lab 07 in this process, and clients of it.</summary>
internal sealed class ChatHost : IAsyncDisposable
{
    /// <summary>The room in which a test is, where one is enough.</summary>
    public const string Room = "tea";

    private readonly WebApplication _app;
    private readonly GrpcChannel _channel;

    private ChatHost(WebApplication app, ChatKey key)
    {
        _app = app;
        Key = key;
        _channel = Connect(Address);
        Client = new ChatService.ChatServiceClient(_channel);
    }

    public string Address => _app.Urls.First();

    public ChatKey Key { get; }

    public ChatService.ChatServiceClient Client { get; }

    /// <summary>Starts the server.</summary>
    /// <param name="settings">Settings, such as <c>--Chat:MaxRooms=1</c>.</param>
    public static async Task<ChatHost> StartAsync(params string[] settings)
    {
        var key = new ChatKey();
        var app = ChatApp.Create(
            ["--urls", "http://127.0.0.1:0", $"--Chat:KeyFile={key.File}", "--Serilog:MinimumLevel:Default=Fatal", "--Serilog:MinimumLevel:Override:Microsoft=Fatal", "--Serilog:MinimumLevel:Override:Grpc=Fatal", .. settings]);
        await app.StartAsync();
        return new ChatHost(app, key);
    }

    /// <summary>A channel that takes more streams than one connection does.</summary>
    public static GrpcChannel Connect(string address) => GrpcChannel.ForAddress(
        address, new GrpcChannelOptions { HttpHandler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true } });

    /// <summary>The status of a call, and its reason if the server sent one, such as <c>FailedPrecondition JOIN_FIRST</c>.</summary>
    public static async Task<string> StatusAsync(Func<Task> call)
    {
        try
        {
            await call();
            return "OK";
        }
        catch (RpcException refusal)
        {
            return StatusOf(refusal);
        }
    }

    /// <summary>The status, and its reason if the server sent one.</summary>
    public static string StatusOf(RpcException refusal) =>
        $"{refusal.StatusCode} {refusal.Trailers.GetRpcStatus(ignoreParseError: true)?.GetDetail<ErrorInfo>()?.Reason}".TrimEnd();

    /// <summary>A member joins, and reads until it is in the room.</summary>
    public Task<ChatSession> JoinAsync(string name, string room = Room) =>
        ChatSession.JoinAsync(Client, Key.HeadersOf(name), new Join { Room = room });

    /// <summary>Watches a room, and reads until all that is kept has come.</summary>
    public Task<ChatWatch> WatchAsync(string name = "watch", string room = Room) => ChatWatch.OpenAsync(Client, Key.HeadersOf(name), room);

    /// <summary>Stops the server, as Ctrl+C does.</summary>
    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Key.Dispose();
    }
}
