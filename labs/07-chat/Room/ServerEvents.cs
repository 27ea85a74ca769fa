using Google.Protobuf.WellKnownTypes;
using Workshop.Chat.V1;

namespace Workshop.Chat;

/// <summary>Makes the events that one client alone gets. Their numbers are those of the events before them.</summary>
internal static class ServerEvents
{
    /// <summary>Events did not come.</summary>
    /// <param name="seq">The number of the last of them.</param>
    /// <param name="count">How many; null when nobody knows.</param>
    /// <param name="now">The time.</param>
    public static RoomEvent Missed(long seq, long? count, DateTimeOffset now)
    {
        var missed = new Missed();
        if (count is { } exact)
        {
            missed.Count = exact;
        }

        return new RoomEvent { Seq = seq, Time = now.ToTimestamp(), Missed = missed };
    }

    /// <summary>All kept events were sent.</summary>
    public static RoomEvent Present(RoomSnapshot snapshot, DateTimeOffset now) => new()
    {
        Seq = snapshot.LastSeq,
        Time = now.ToTimestamp(),
        Present = new Present { RoomId = snapshot.RoomId, Names = { snapshot.Names } },
    };

    /// <summary>The server ends the session.</summary>
    public static RoomEvent Kicked(long seq, Kicked.Types.Reason reason, DateTimeOffset now) => new()
    {
        Seq = seq,
        Time = now.ToTimestamp(),
        Kicked = new Kicked { Reason = reason },
    };
}
