using System.CommandLine.Parsing;
using System.Globalization;
using Google.Protobuf.WellKnownTypes;

namespace Workshop.Tail;

/// <summary>The time where a tail begins: a date and time, or how long ago, such as 30s, 5m, 2h or 1d.</summary>
internal static class StartTime
{
    public static Timestamp? Parse(ArgumentResult result)
    {
        var value = result.Tokens.Count == 0 ? "" : result.Tokens[0].Value;
        if (value.Length > 1 && double.TryParse(value[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            && Unit(value[^1]) is { } unit && amount * unit.TotalDays < 36500)
        {
            return (DateTimeOffset.UtcNow - (amount * unit)).ToTimestamp();
        }

        if (DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var time))
        {
            return time.ToTimestamp();
        }

        result.AddError($"'{value}' is not a time: say how long ago, such as 30s, 5m, 2h or 1d, or give a date and time.");
        return null;
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
