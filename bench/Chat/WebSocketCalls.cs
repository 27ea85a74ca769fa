using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;

namespace Workshop.Bench.Chat;

/// <summary>The peer's side of a connection: one loop reads, one writes.</summary>
internal static class WebSocketCalls
{
    // A line of this benchmark has far less.
    private const int LongestLine = 4096;

    public static async Task ServeAsync(WebSocket socket, string name, WebSocketRoom room, CancellationToken stop)
    {
        var queue = room.Join();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        try
        {
            await await Task.WhenAny(ReadAsync(socket, name, room, end.Token), WriteAsync(socket, queue.Reader, end.Token));
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            // The client left, or the server stops.
        }
        finally
        {
            room.Leave(queue);
            await end.CancelAsync();
        }
    }

    /// <summary>Reads the next line.</summary>
    /// <returns>Null: the other side has closed.</returns>
    public static async ValueTask<ChatLine?> ReadLineAsync(WebSocket socket, byte[] buffer, CancellationToken cancellationToken)
    {
        var length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            length += part.Count;
            if (part.EndOfMessage)
            {
                return JsonSerializer.Deserialize(buffer.AsSpan(0, length), ChatLineJson.Default.ChatLine);
            }

            if (length == buffer.Length)
            {
                throw new WebSocketException(WebSocketError.HeaderError, $"A line has more than {buffer.Length} bytes.");
            }
        }
    }

    /// <summary>A buffer for <see cref="ReadLineAsync"/>.</summary>
    public static byte[] NewBuffer() => new byte[LongestLine];

    private static async Task ReadAsync(WebSocket socket, string name, WebSocketRoom room, CancellationToken end)
    {
        var buffer = NewBuffer();
        while (await ReadLineAsync(socket, buffer, end) is { } line)
        {
            room.Say(name, line.Text);
        }
    }

    private static async Task WriteAsync(WebSocket socket, ChannelReader<byte[]> queue, CancellationToken end)
    {
        await foreach (var line in queue.ReadAllAsync(end))
        {
            await socket.SendAsync(line, WebSocketMessageType.Text, endOfMessage: true, end);
        }
    }
}
