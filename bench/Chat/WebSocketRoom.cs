using System.Text.Json;
using System.Threading.Channels;

namespace Workshop.Bench.Chat;

/// <summary>The peer's room: keeps the newest lines, and offers each to all members. The bytes of a line are made once, for all.</summary>
internal sealed class WebSocketRoom
{
    // As many as the solution keeps, and as many as may wait for one of its members.
    private const int Kept = 1000;
    private const int QueueLines = 1024;

    private readonly Lock _lock = new();
    private readonly Queue<byte[]> _kept = new();
    private readonly List<Channel<byte[]>> _members = [];
    private long _last;

    /// <summary>Adds a queue for a new member; it drops the oldest line when it is full.</summary>
    public Channel<byte[]> Join()
    {
        var queue = Channel.CreateBounded<byte[]>(
            new BoundedChannelOptions(QueueLines) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        lock (_lock)
        {
            _members.Add(queue);
        }

        return queue;
    }

    public void Leave(Channel<byte[]> queue)
    {
        lock (_lock)
        {
            _members.Remove(queue);
        }
    }

    public void Say(string name, string text)
    {
        lock (_lock)
        {
            var line = JsonSerializer.SerializeToUtf8Bytes(
                new ChatLine(text, ++_last, DateTimeOffset.UtcNow, name), ChatLineJson.Default.ChatLine);
            _kept.Enqueue(line);
            if (_kept.Count > Kept)
            {
                _kept.Dequeue();
            }

            foreach (var member in _members)
            {
                member.Writer.TryWrite(line);
            }
        }
    }
}
