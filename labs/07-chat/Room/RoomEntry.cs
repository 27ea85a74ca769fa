using Workshop.Chat.V1;

namespace Workshop.Chat;

/// <summary>An event of a room, as all members get it: one message for all of them, which nobody changes once it is published.</summary>
public sealed class RoomEntry(RoomEvent happened)
{
    // The objects around a text, and its place in queues.
    private const int BesidesText = 200;

    // In memory, a text of ASCII takes twice the bytes that it has on the wire, and those of the wire are kept, too.
    private const int BytesPerByte = 3;

    /// <summary>The message.</summary>
    public ChatResponse Message { get; } = new() { Event = happened };

    /// <summary>How many bytes it has on the wire, about: its number is set later.</summary>
    public int WireBytes { get; } = happened.CalculateSize();

    /// <summary>How much memory it takes, about.</summary>
    public int Bytes => (WireBytes * BytesPerByte) + BesidesText;

    /// <summary>Its number in the room. Set once, when it is published.</summary>
    public long Seq
    {
        get => Message.Event.Seq;
        set => Message.Event.Seq = value;
    }
}
