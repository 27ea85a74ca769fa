using System.Diagnostics;
using Workshop.Chat.V1;

namespace Workshop.Chat;

/// <summary>The newest events of a room, up to a number and a size, and who is in it by them.</summary>
/// <remarks>Its own lock keeps a snapshot whole. That nothing comes between it and what follows is the matter of <see cref="RoomLog"/>.
/// </remarks>
public sealed class RoomHistory(string roomId, ChatOptions options)
{
    private static readonly ActivitySource Traces = new("Workshop.Chat");

    private readonly Lock _lock = new();
    private readonly Queue<RoomEntry> _kept = new();
    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);
    private long _bytes;
    private long _last;

    /// <summary>Adds an event. The oldest ones go until there is room; the newest one is always kept.</summary>
    public void Add(RoomEntry entry)
    {
        lock (_lock)
        {
            _last = entry.Seq;
            _kept.Enqueue(entry);
            _bytes += entry.Bytes;
            while (_kept.Count > options.HistoryEvents || (_bytes > options.HistoryBytes && _kept.Count > 1))
            {
                _bytes -= _kept.Dequeue().Bytes;
            }

            switch (entry.Message.Event)
            {
                case { Joined.Name: var name }:
                    _names.Add(name);
                    break;
                case { Left.Name: var name }:
                    _names.Remove(name);
                    break;
            }
        }
    }

    /// <summary>A copy.</summary>
    public RoomSnapshot Snapshot()
    {
        using var trace = Traces.StartActivity(ActivityKind.Internal, tags: [new("room", roomId)], name: "snapshot");
        lock (_lock)
        {
            return new RoomSnapshot(roomId, [.. _kept], [.. _names], _last);
        }
    }
}
