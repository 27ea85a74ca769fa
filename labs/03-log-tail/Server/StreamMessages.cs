using Google.Protobuf.WellKnownTypes;
using Workshop.Logs.V1;

namespace Workshop.Tail;

/// <summary>The messages of a stream that are no entries.</summary>
internal static class StreamMessages
{
    /// <summary>The past is told.</summary>
    public static StreamLogsResponse CaughtUp(Cursor cursor, TimeSpan heartbeat) => new()
    {
        Cursor = $"{cursor}",
        CaughtUp = new CaughtUp { HeartbeatInterval = heartbeat.ToDuration() },
    };

    /// <summary>Nothing happened, and we are here.</summary>
    public static StreamLogsResponse Heartbeat(Cursor cursor) => new() { Cursor = $"{cursor}", Heartbeat = new Heartbeat() };

    /// <summary>Entries are missing.</summary>
    /// <param name="cursor">The place before the next entry that is not missing.</param>
    /// <param name="reason">Why they are.</param>
    /// <param name="dropped">How many; null when nobody knows.</param>
    public static StreamLogsResponse Gap(Cursor cursor, Gap.Types.Reason reason, long? dropped)
    {
        var gap = new Gap { Reason = reason };
        if (dropped is { } count)
        {
            gap.Dropped = count;
        }

        return new StreamLogsResponse { Cursor = $"{cursor}", Gap = gap };
    }
}
