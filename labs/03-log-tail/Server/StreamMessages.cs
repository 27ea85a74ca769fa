using Google.Protobuf.WellKnownTypes;
using Workshop.Logs.V1;

namespace Workshop.Tail;

/// <summary>Makes the messages of a stream that are not entries.</summary>
internal static class StreamMessages
{
    /// <summary>All stored entries were sent.</summary>
    public static StreamLogsResponse CaughtUp(Cursor cursor, TimeSpan heartbeat) => new()
    {
        Cursor = $"{cursor}",
        CaughtUp = new CaughtUp { HeartbeatInterval = heartbeat.ToDuration() },
    };

    /// <summary>No entry matched for some time, and the server is alive.</summary>
    public static StreamLogsResponse Heartbeat(Cursor cursor) => new() { Cursor = $"{cursor}", Heartbeat = new Heartbeat() };

    /// <summary>Entries are missing.</summary>
    /// <param name="cursor">The position before the next entry that is not missing.</param>
    /// <param name="reason">Why entries are missing.</param>
    /// <param name="dropped">How many are missing; null when that is not known.</param>
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
