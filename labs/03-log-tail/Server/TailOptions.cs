using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Serilog.Events;

namespace Workshop.Tail;

/// <summary>The settings of the server: the section <c>Tail</c> of the configuration, such as
/// <c>--Tail:BufferEntries 1000</c> or the environment variable <c>Tail__BufferEntries</c>.</summary>
/// <remarks>The settings of Serilog decide what is logged: <c>--Serilog:MinimumLevel:Default Debug</c>, and per source
/// <c>--Serilog:MinimumLevel:Override:Shop.Orders Warning</c>.</remarks>
public sealed class TailOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Tail";

    /// <summary>How many entries are kept, at most.</summary>
    /// <remarks>A quarter as many of each level, which left lately, still have their texts, because a reader may be about to send
    /// them; more, where <see cref="QueueEntries"/> is larger.</remarks>
    [Description("How many entries are kept, at most. Default: 10000")]
    [Range(1, 10_000_000, ErrorMessage = "Tail:BufferEntries is outside its limits: give 1 to 10,000,000.")]
    public int BufferEntries { get; init; } = 10_000;

    /// <summary>How many bytes of memory the entries take that are kept, at most.</summary>
    /// <remarks>Those that left lately take as many again, at most. What readers wait for takes no further memory, because all
    /// share the same entries; a place in a queue takes less than 100 bytes.</remarks>
    [Description("How many bytes the entries take that are kept, at most; those that left lately take as many again, at most. Default: 33554432")]
    [Range(1 << 20, 1L << 40, ErrorMessage = "Tail:BufferBytes is outside its limits: give 1,048,576 (1 MiB) or more, up to 1 TiB.")]
    public long BufferBytes { get; init; } = 32 << 20;

    /// <summary>How many entries may wait for one follower. When one more comes, the oldest of them is dropped.</summary>
    [Description("How many entries may wait for one follower. Default: 4096")]
    [Range(1, 10_000_000, ErrorMessage = "Tail:QueueEntries is outside its limits: give 1 to 10,000,000.")]
    public int QueueEntries { get; init; } = 4_096;

    /// <summary>How many streams may be open at the same time.</summary>
    [Description("How many streams may be open at the same time. Default: 256")]
    [Range(1, int.MaxValue, ErrorMessage = "Tail:MaxStreams is below 1: give 1 or more.")]
    public int MaxStreams { get; init; } = 256;

    /// <summary>The longest silence of a stream that follows.</summary>
    [Description("The longest silence of a stream that follows. Default: 00:00:10")]
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00", ParseLimitsInInvariantCulture = true, ErrorMessage = "Tail:Heartbeat is outside its limits: give 1 ms to 1 day, such as 00:00:10.")]
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The shortest time between two flushes of a stream. Zero: each entry is flushed at once.</summary>
    /// <remarks>After a pause, an entry never waits. Under load it may wait this long; then many entries share one packet.
    /// </remarks>
    [Description("The shortest time between two flushes of a stream. Default: 00:00:00.010")]
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00", ParseLimitsInInvariantCulture = true, ErrorMessage = "Tail:Coalesce is outside its limits: give 0 to 1 day, such as 00:00:10.")]
    public TimeSpan Coalesce { get; init; } = TimeSpan.FromMilliseconds(10);

    /// <summary>How long one message may wait for a client that does not read, before its stream is ended.</summary>
    /// <remarks>Kestrel itself does not end an HTTP/2 stream whose client reads nothing.</remarks>
    [Description("How long a message may wait for a client that does not read. Default: 00:00:30")]
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00", ParseLimitsInInvariantCulture = true, ErrorMessage = "Tail:StallLimit is outside its limits: give 1 ms to 1 day, such as 00:00:10.")]
    public TimeSpan StallLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest text of an entry, in UTF-16 code units: its source, message, exception, the name or the value of a
    /// property. All its texts together may have four times this length. The rest is cut off.</summary>
    /// <remarks>With the largest value an entry is still smaller than 4 MiB, which is what a client receives by default.</remarks>
    [Description("Longest text of an entry, in UTF-16 code units; all its texts may have four times as many. The rest is cut off. Default: 16384")]
    [Range(1, 256 * 1024, ErrorMessage = "Tail:MaxTextLength is outside its limits: give 1 to 262,144.")]
    public int MaxTextLength { get; init; } = 16 * 1024;

    /// <summary>Part of each cursor: it tells this process from others. Default: random.</summary>
    [Description("Part of each cursor: it tells this process from others. Default: random")]
    [RegularExpression("[0-9A-Za-z]{1,32}", ErrorMessage = "Tail:Epoch may have only letters and digits of ASCII, at most 32.")]
    [Required(ErrorMessage = "Tail:Epoch is empty: give letters and digits of ASCII, or leave it out.")]
    public string Epoch { get; init; } = Guid.NewGuid().ToString("N")[..8];

    /// <summary>The least serious level that goes to the console.</summary>
    [Description("The least serious level that goes to the console. Default: Information")]
    public LogEventLevel ConsoleLevel { get; init; } = LogEventLevel.Information;

    /// <summary>How many entries of made-up traffic the server writes by itself, per second. 0: none.</summary>
    [Description("How many made-up entries the server writes by itself, per second. Default: 0")]
    [Range(0, 1_000_000, ErrorMessage = "Tail:TrafficPerSecond is outside its limits: give 0 to 1,000,000.")]
    public int TrafficPerSecond { get; init; }

    /// <summary>The bearer token for reading. Null: everybody may read.</summary>
    [Description("The bearer token for reading. Default: everybody may read")]
    [MinLength(1, ErrorMessage = "Tail:ReadToken is empty. An empty token is no secret: give one, or leave it out.")]
    public string? ReadToken { get; init; }

    /// <summary>The bearer token for writing and reading. Null: everybody who may read may also write.</summary>
    [Description("The bearer token for writing and reading. Default: everybody who may read may also write")]
    [MinLength(1, ErrorMessage = "Tail:WriteToken is empty. An empty token is no secret: give one, or leave it out.")]
    public string? WriteToken { get; init; }
}
