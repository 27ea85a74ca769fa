using System.Threading.Channels;
using Serilog.Core;
using Serilog.Events;

namespace Workshop.Bench.Tail;

/// <summary>The peer's Serilog sink: keeps the newest entries, and offers each to all followers.</summary>
internal sealed class NdjsonSink(int queueEntries, bool isTuned) : ILogEventSink
{
    // As many as the solution keeps.
    private const int Kept = 10_000;

    private readonly Lock _lock = new();
    private readonly Queue<NdjsonEntry> _kept = new();
    private readonly List<Channel<NdjsonEntry>> _followers = [];
    private long _last;

    /// <summary>Adds a queue for a new follower; it drops the oldest entry when it is full.</summary>
    public Channel<NdjsonEntry> Follow()
    {
        var queue = Channel.CreateBounded<NdjsonEntry>(
            new BoundedChannelOptions(queueEntries) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        lock (_lock)
        {
            _followers.Add(queue);
        }

        return queue;
    }

    public void Leave(Channel<NdjsonEntry> queue)
    {
        lock (_lock)
        {
            _followers.Remove(queue);
        }
    }

    public void Emit(LogEvent logEvent)
    {
        lock (_lock)
        {
            var entry = new NdjsonEntry(logEvent, ++_last, isTuned);
            _kept.Enqueue(entry);
            if (_kept.Count > Kept)
            {
                _kept.Dequeue();
            }

            foreach (var follower in _followers)
            {
                follower.Writer.TryWrite(entry);
            }
        }
    }
}
