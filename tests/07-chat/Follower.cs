using Workshop.Chat;
using Workshop.Chat.V1;

namespace Workshop.Checks;

/// <summary>Gets what happens in a room, and keeps it.</summary>
/// <param name="first">What it does while it is offered its first event.</param>
internal sealed class Follower(Action? first = null) : IFollower
{
    private readonly Lock _lock = new();
    private readonly List<RoomEvent> _events = [];

    /// <summary>How many events it got.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _events.Count;
            }
        }
    }

    public void Offer(RoomEntry entry)
    {
        bool isFirst;
        lock (_lock)
        {
            isFirst = _events.Count == 0;
            _events.Add(entry.Message.Event);
        }

        if (isFirst)
        {
            first?.Invoke();
        }
    }

    /// <summary>What it got, in short.</summary>
    public string Show()
    {
        lock (_lock)
        {
            return string.Join(", ", _events.Select(EventReader.Show));
        }
    }
}
