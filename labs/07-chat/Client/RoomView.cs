using Workshop.Chat.V1;

namespace Workshop.Chat;

/// <summary>What a client knows of its room: who is there, and where it has read to.</summary>
internal sealed class RoomView
{
    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private string? _roomId;
    private long _lastSeq;

    /// <summary>Who is there.</summary>
    public IReadOnlyList<string> Names
    {
        get
        {
            lock (_lock)
            {
                return [.. _names];
            }
        }
    }

    /// <summary>Where another session can go on; null before the first <c>present</c>.</summary>
    public Resume? Resume => _roomId is null ? null : new Resume { RoomId = _roomId, LastSeq = _lastSeq };

    /// <summary>Takes in an event.</summary>
    public void Add(RoomEvent happened)
    {
        lock (_lock)
        {
            _lastSeq = happened.Seq;
            switch (happened)
            {
                case { Present: { } present }:
                    _roomId = present.RoomId;
                    _names.Clear();
                    _names.UnionWith(present.Names);
                    break;
                case { Joined.Name: var name }:
                    _names.Add(name);
                    break;
                case { Left.Name: var name }:
                    _names.Remove(name);
                    break;
            }
        }
    }
}
