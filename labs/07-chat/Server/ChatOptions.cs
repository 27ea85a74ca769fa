using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Workshop.Chat;

/// <summary>The settings of the server: the section <c>Chat</c> of the configuration, such as <c>--Chat:MaxRooms 10</c>.</summary>
public sealed class ChatOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Chat";

    /// <summary>The file with the key that tokens are signed with. It is made when it is missing; its folder is not.</summary>
    [Description("The file with the key of the tokens. Default: chat.key, next to the program")]
    [Required(ErrorMessage = "Chat:KeyFile is empty: name a file.")]
    public string KeyFile { get; init; } = TokenKey.DefaultFile;

    /// <summary>Longest text, in bytes of UTF-8.</summary>
    [Description("Longest text, in bytes of UTF-8. Default: 131072")]
    [Range(1, 1024 * 1024, ErrorMessage = "Chat:MaxTextBytes is outside its limits: give 1 to 1,048,576.")]
    public int MaxTextBytes { get; init; } = 128 * 1024;

    /// <summary>How many texts a session may say in a second, and at once. More are not refused: they are read later.</summary>
    [Description("How many texts a session may say in a second. More are read later. Default: 100")]
    [Range(1, 1_000_000, ErrorMessage = "Chat:SaysPerSecond is outside its limits: give 1 to 1,000,000.")]
    public int SaysPerSecond { get; init; } = 100;

    /// <summary>How many rooms there may be.</summary>
    [Description("How many rooms there may be. Default: 100")]
    [Range(1, 1_000_000, ErrorMessage = "Chat:MaxRooms is outside its limits: give 1 to 1,000,000.")]
    public int MaxRooms { get; init; } = 100;

    /// <summary>How many calls of a room may be open at the same time.</summary>
    [Description("How many calls of a room may be open at the same time. Default: 1000")]
    [Range(1, 1_000_000, ErrorMessage = "Chat:MaxSessionsPerRoom is outside its limits: give 1 to 1,000,000.")]
    public int MaxSessionsPerRoom { get; init; } = 1000;

    /// <summary>How many calls may be open at the same time.</summary>
    [Description("How many calls may be open at the same time. Default: 2000")]
    [Range(1, 1_000_000, ErrorMessage = "Chat:MaxStreams is outside its limits: give 1 to 1,000,000.")]
    public int MaxStreams { get; init; } = 2000;

    /// <summary>How many calls of one member may be open at the same time.</summary>
    [Description("How many calls of one member may be open at the same time. Default: 8")]
    [Range(1, 1_000_000, ErrorMessage = "Chat:MaxStreamsPerMember is outside its limits: give 1 to 1,000,000.")]
    public int MaxStreamsPerMember { get; init; } = 8;

    /// <summary>How many clients may be connected at the same time. Further ones are disconnected at once.</summary>
    [Description("How many connections there may be at the same time. Default: 2000")]
    [Range(1, int.MaxValue, ErrorMessage = "Chat:MaxConnections is below 1: give 1 or more.")]
    public int MaxConnections { get; init; } = 2000;

    /// <summary>How many events of a room are kept.</summary>
    [Description("How many events of a room are kept. Default: 1000")]
    [Range(1, 1_000_000, ErrorMessage = "Chat:HistoryEvents is outside its limits: give 1 to 1,000,000.")]
    public int HistoryEvents { get; init; } = 1000;

    /// <summary>How many bytes the kept events of a room take. The newest is always kept.</summary>
    [Description("How many bytes the kept events of a room take. Default: 1048576")]
    [Range(1024, 1 << 30, ErrorMessage = "Chat:HistoryBytes is outside its limits: give 1,024 to 1 GiB.")]
    public int HistoryBytes { get; init; } = 1024 * 1024;

    /// <summary>How many events may wait for one session. When one more comes, the oldest is dropped.</summary>
    [Description("How many events may wait for one session. Default: 1024")]
    [Range(1, 1_000_000, ErrorMessage = "Chat:QueueEvents is outside its limits: give 1 to 1,000,000.")]
    public int QueueEvents { get; init; } = 1024;

    /// <summary>How many bytes the events may take that wait for one session. The newest always may wait.</summary>
    /// <remarks>All sessions of a room share the same events: this many bytes are in memory once for a room, not for each session.
    /// </remarks>
    [Description("How many bytes may wait for one session. Default: 4194304")]
    [Range(1024, 1 << 30, ErrorMessage = "Chat:QueueBytes is outside its limits: give 1,024 to 1 GiB.")]
    public int QueueBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>How long a client may take until it joins.</summary>
    [Description("How long a client may take until it joins. Default: 00:00:10")]
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00", ParseLimitsInInvariantCulture = true, ErrorMessage = "Chat:JoinTimeout is outside its limits: give 1 ms to 1 hour, such as 00:00:10.")]
    public TimeSpan JoinTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest pause between two messages of SendMessages.</summary>
    [Description("The longest pause between two messages of SendMessages. Default: 00:00:30")]
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00", ParseLimitsInInvariantCulture = true, ErrorMessage = "Chat:SendTimeout is outside its limits: give 1 ms to 1 hour, such as 00:00:30.")]
    public TimeSpan SendTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long events may wait for a client that takes nothing, before it is kicked.</summary>
    /// <remarks>Kestrel itself does not end an HTTP/2 stream whose client reads nothing.</remarks>
    [Description("How long events may wait for a client that takes nothing. Default: 00:00:30")]
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00", ParseLimitsInInvariantCulture = true, ErrorMessage = "Chat:StallLimit is outside its limits: give 1 ms to 1 hour, such as 00:00:30.")]
    public TimeSpan StallLimit { get; init; } = TimeSpan.FromSeconds(30);
}
