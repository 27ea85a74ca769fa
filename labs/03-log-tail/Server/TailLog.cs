namespace Workshop.Tail;

/// <summary>What <see cref="TrafficGenerator"/> says. The tail itself writes nothing per entry: who logs what it sends of a log
/// never comes to an end.</summary>
internal static partial class TailLog
{
    [LoggerMessage(1, LogLevel.Information, "Order {Number} taken: {Items} items")]
    public static partial void OrderTaken(this ILogger logger, long number, long items);

    [LoggerMessage(2, LogLevel.Warning, "Order {Number} is stuck")]
    public static partial void OrderStuck(this ILogger logger, long number);
}
