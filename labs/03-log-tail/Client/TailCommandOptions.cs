using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Workshop.Logs.V1;

namespace Workshop.Tail;

/// <summary>What the command line of <c>tail</c> asks for.</summary>
internal sealed record TailCommandOptions : ClientOptions
{
    /// <summary>What the server is asked.</summary>
    public StreamLogsRequest Request { get; private init; } = new();

    /// <summary>Whether times are shown in UTC and not in those of this machine.</summary>
    public bool IsUtc { get; private init; }

    /// <summary>How often in a row a stream that brings nothing is opened again.</summary>
    public int Retries { get; private init; } = 8;

    /// <summary>Reads a command line.</summary>
    /// <exception cref="FormatException">Something is unknown, or makes no sense.</exception>
    public static TailCommandOptions Parse(string[] args)
    {
        var options = new TailCommandOptions();
        var request = options.Request;
        var starts = 0;
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--lines":
                    request.TailLines = ParseCount(ValueAfter(args, i++));
                    starts++;
                    break;
                case "--since":
                    request.Since = ParseTime(ValueAfter(args, i++));
                    starts++;
                    break;
                case "--after":
                    request.AfterCursor = ValueAfter(args, i++);
                    starts++;
                    break;
                case "--level":
                    request.MinLevel = LevelNames.Parse(ValueAfter(args, i++));
                    break;
                case "--source":
                    request.SourcePrefix = ValueAfter(args, i++);
                    break;
                case "--contains":
                    request.Contains = ValueAfter(args, i++);
                    break;
                case "--follow" or "-f":
                    request.Follow = true;
                    break;
                case "--utc":
                    options = options with { IsUtc = true };
                    break;
                case "--retries":
                    options = options with { Retries = ParseCount(ValueAfter(args, i++)) };
                    break;
                case "--server":
                    options = options with { Server = ParseServer(ValueAfter(args, i++)) };
                    break;
                case "--token":
                    options = options with { Token = ValueAfter(args, i++) };
                    break;
                default:
                    throw Unknown(args[i]);
            }
        }

        return starts < 2 ? options : throw new FormatException("A tail begins at one place: give --lines, --since or --after.");
    }

    // A time, or how long ago: 30s, 5m, 2h, 1d.
    private static Timestamp ParseTime(string value)
    {
        if (value.Length > 1 && double.TryParse(value[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            && Unit(value[^1]) is { } unit && amount * unit.TotalDays < 36500)
        {
            return (DateTimeOffset.UtcNow - (amount * unit)).ToTimestamp();
        }

        return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var time)
            ? time.ToTimestamp()
            : throw new FormatException($"'{value}' is no time: say how long ago, such as 30s, 5m, 2h or 1d, or give a date and time.");
    }

    private static TimeSpan? Unit(char letter) => letter switch
    {
        's' => TimeSpan.FromSeconds(1),
        'm' => TimeSpan.FromMinutes(1),
        'h' => TimeSpan.FromHours(1),
        'd' => TimeSpan.FromDays(1),
        _ => null,
    };
}
