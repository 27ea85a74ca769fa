namespace Workshop.Chat;

/// <summary>Gets what happens in a room, such as the queue of a session.</summary>
public interface IFollower
{
    /// <summary>Gets an event. It never waits: whoever says something in the room would wait, too.</summary>
    void Offer(RoomEntry entry);
}
