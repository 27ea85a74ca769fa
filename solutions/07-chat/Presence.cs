using Workshop.Chat.V1;

namespace Workshop.Chat;

/// <summary>Who is in a room. A member has one session or several; it comes with the first and goes with the last.</summary>
public sealed class Presence(RoomLog log)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _sessions = [];

    /// <summary>Counts a session of a member, until the result is disposed. It may be disposed several times.</summary>
    public IDisposable Arrive(string name)
    {
        // The event is published under this lock: others must not read `left` before the `joined` that belongs to it.
        lock (_lock)
        {
            var before = _sessions.GetValueOrDefault(name);
            _sessions[name] = before + 1;
            if (before == 0)
            {
                log.Publish(new RoomEvent { Joined = new Joined { Name = name } });
            }
        }

        return new Place(() => Go(name));
    }

    private void Go(string name)
    {
        lock (_lock)
        {
            if (--_sessions[name] == 0)
            {
                _sessions.Remove(name);
                log.Publish(new RoomEvent { Left = new Left { Name = name } });
            }
        }
    }
}
