namespace Workshop.Chat;

/// <summary>The rooms, by name. A room without calls stays until its place is needed.</summary>
internal sealed class RoomDirectory(ChatOptions options, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Room> _rooms = [];

    /// <summary>Finds a room or makes it, and takes a place in it for a call, until the result is disposed.</summary>
    /// <exception cref="Grpc.Core.RpcException">RESOURCE_EXHAUSTED: the room is full, or there are too many.</exception>
    public IDisposable Enter(string name, out Room room)
    {
        lock (_lock)
        {
            if (!_rooms.TryGetValue(name, out var found))
            {
                MakePlace();
                _rooms.Add(name, found = new Room(options, time));
            }

            if (found.Calls == options.MaxSessionsPerRoom)
            {
                throw ChatErrors.RoomFull(options.MaxSessionsPerRoom);
            }

            found.Calls++;
            room = found;
            return new Place(() => Leave(found));
        }
    }

    private void Leave(Room room)
    {
        lock (_lock)
        {
            room.Calls--;
            room.EmptySince = time.GetTimestamp();
        }
    }

    private void MakePlace()
    {
        if (_rooms.Count < options.MaxRooms)
        {
            return;
        }

        var empty = _rooms.Where(room => room.Value.Calls == 0).Select(room => room.Key).ToList();
        if (empty.Count == 0)
        {
            throw ChatErrors.TooManyRooms(options.MaxRooms);
        }

        _rooms.Remove(empty.MinBy(room => _rooms[room].EmptySince)!);
    }
}
