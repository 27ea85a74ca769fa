using Workshop.Chat.V1;

namespace Workshop.Chat;

/// <summary>What a client gets first: the kept events that it asked for, and who is in the room.</summary>
internal sealed class OpeningEvents
{
    private readonly RoomSnapshot _snapshot;
    private readonly RoomEvent? _missed;
    private readonly IEnumerable<RoomEntry> _entries;

    /// <param name="snapshot">The room.</param>
    /// <param name="history">How many of the newest events are asked for.</param>
    /// <param name="resume">Where an earlier session ended; null for none.</param>
    /// <param name="path">The path of <paramref name="resume"/> in the request.</param>
    /// <param name="time">The server's clock.</param>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: there is no such place to resume after.</exception>
    public OpeningEvents(RoomSnapshot snapshot, int history, Resume? resume, string path, TimeProvider time)
    {
        _snapshot = snapshot;
        (_missed, _entries) = resume is null
            ? (null, snapshot.Entries.TakeLast(history))
            : Resumption.After(snapshot, resume, path, time.GetUtcNow());
        Present = ServerEvents.Present(snapshot, time.GetUtcNow());
    }

    private RoomEvent Present { get; }

    /// <summary>Sends them.</summary>
    /// <returns>The number after which new events follow.</returns>
    public async Task<long> SendAsync(EventStream stream, CancellationToken stop)
    {
        if (_missed is not null)
        {
            await stream.SendAsync(_missed, stop);
        }

        foreach (var entry in _entries)
        {
            await stream.SendAsync(entry, stop);
        }

        await stream.SendAsync(Present, stop);
        await stream.FlushAsync(stop);
        return _snapshot.LastSeq;
    }
}
