namespace Workshop.Chat;

/// <summary>A room: what happens in it, and who is in it.</summary>
internal sealed class Room
{
    public Room(ChatOptions options, TimeProvider time)
    {
        Log = new RoomLog(new RoomHistory($"{Guid.NewGuid():N}"[..16], options), time);
        Presence = new Presence(Log);
    }

    /// <summary>What happens in it.</summary>
    public RoomLog Log { get; }

    /// <summary>Who is in it.</summary>
    public Presence Presence { get; }

    /// <summary>How many calls it has. Kept by <see cref="RoomDirectory"/>, under its lock.</summary>
    public int Calls { get; set; }

    /// <summary>When the last call ended. Kept by <see cref="RoomDirectory"/>, under its lock.</summary>
    public long EmptySince { get; set; }
}
