namespace Workshop.Tail;

/// <summary>The log lines of <see cref="TrafficGenerator"/>. The tail itself logs nothing per entry: each such line would be a
/// new entry, without end.</summary>
internal static partial class TailLog
{
    [LoggerMessage(1, LogLevel.Information, "Order {Number} taken: {Items} items")]
    public static partial void OrderTaken(this ILogger logger, long number, long items);

    [LoggerMessage(2, LogLevel.Warning, "Order {Number} is stuck")]
    public static partial void OrderStuck(this ILogger logger, long number);
}
