using System.Globalization;
using Serilog.Events;

namespace Workshop.Tail;

/// <summary>The settings of the server: the section <c>Tail</c> of the configuration, such as
/// <c>--Tail:BufferEntries 1000</c> or the environment variable <c>Tail__BufferEntries</c>.</summary>
/// <remarks>What is logged at all is Serilog's: <c>--Serilog:MinimumLevel:Default Debug</c>, and per source
/// <c>--Serilog:MinimumLevel:Override:Shop.Orders Warning</c>.</remarks>
public sealed record TailOptions
{
    /// <summary>How many entries are kept for those who come later.</summary>
    public int BufferEntries { get; init; } = 10_000;

    /// <summary>How many entries may wait for one follower. When one more comes, the oldest of them is dropped.</summary>
    /// <remarks>The entries themselves are shared: a place in a queue takes 16 bytes.</remarks>
    public int QueueEntries { get; init; } = 8_192;

    /// <summary>How many streams may follow at the same time.</summary>
    public int MaxFollowers { get; init; } = 256;

    /// <summary>The longest silence of a stream that follows.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How close together a stream is flushed. Zero: at once, each time that something comes.</summary>
    /// <remarks>An entry after a silence never waits. Under load it may wait this long, and then many share one packet.
    /// </remarks>
    public TimeSpan Coalesce { get; init; } = TimeSpan.FromMilliseconds(10);

    /// <summary>How long one message may wait for a client that does not read, before its stream is ended.</summary>
    /// <remarks>Nothing else does it: Kestrel does not end a stream of HTTP/2 whose client reads nothing.</remarks>
    public TimeSpan StallLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest message, and longest exception text, in UTF-16 code units. The rest is cut off.</summary>
    public int MaxTextLength { get; init; } = 16 * 1024;

    /// <summary>What tells the cursors of this process from those of another one. Default: random.</summary>
    public string Epoch { get; init; } = Guid.NewGuid().ToString("N")[..8];

    /// <summary>The least serious level that goes to the console.</summary>
    public LogEventLevel ConsoleLevel { get; init; } = LogEventLevel.Information;

    /// <summary>How many entries of made-up traffic the server writes by itself, per second. 0: none.</summary>
    public int TrafficPerSecond { get; init; }

    /// <summary>The bearer token of who may read. Null: everybody may.</summary>
    public string? ReadToken { get; init; }

    /// <summary>The bearer token of who may write, and read. Null: everybody who may read.</summary>
    public string? WriteToken { get; init; }

    /// <exception cref="FormatException">A value cannot be read, or makes no sense.</exception>
    public static TailOptions Read(IConfiguration configuration)
    {
        TailOptions options;
        try
        {
            options = configuration.GetSection("Tail").Get<TailOptions>() ?? new TailOptions();
        }
        catch (InvalidOperationException exception)
        {
            throw new FormatException($"A setting cannot be read: {exception.Message}", exception);
        }

        Require(options.BufferEntries is > 0 and <= 10_000_000, nameof(BufferEntries), options.BufferEntries);
        Require(options.QueueEntries is > 0 and <= 10_000_000, nameof(QueueEntries), options.QueueEntries);
        Require(options.MaxFollowers > 0, nameof(MaxFollowers), options.MaxFollowers);
        Require(options.Heartbeat > TimeSpan.Zero, nameof(Heartbeat), options.Heartbeat);
        Require(options.Coalesce >= TimeSpan.Zero, nameof(Coalesce), options.Coalesce);
        Require(options.StallLimit > TimeSpan.Zero, nameof(StallLimit), options.StallLimit);
        Require(options.MaxTextLength > 0, nameof(MaxTextLength), options.MaxTextLength);
        Require(options.TrafficPerSecond >= 0, nameof(TrafficPerSecond), options.TrafficPerSecond);
        return options.Epoch.Length > 0 && options.Epoch.All(char.IsAsciiLetterOrDigit)
            ? options
            : throw new FormatException($"Tail:Epoch is '{options.Epoch}'. It consists of letters and digits of ASCII.");
    }

    private static void Require(bool makesSense, string name, IFormattable value)
    {
        if (!makesSense)
        {
            throw new FormatException(
                $"Tail:{name} is {value.ToString(null, CultureInfo.InvariantCulture)}, which makes no sense: see TailOptions.cs.");
        }
    }
}
