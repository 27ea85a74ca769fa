using Grpc.Core;
using Serilog.Events;

namespace Workshop.Tail;

/// <summary>Where all entries come together: keeps the newest ones, and hands each to everybody who follows.</summary>
/// <remarks>One lock for the numbers, the buffer and the list of who follows. What is done under it is short and never waits:
/// every thread of the server that logs something comes through here.</remarks>
internal sealed class LogHub(TailOptions options)
{
    private readonly Lock _lock = new();
    private readonly RingBuffer<LogRecord> _buffer = new(options.BufferEntries);
    private readonly List<FollowerQueue> _followers = [];
    private long _last;

    /// <summary>The place behind the newest entry.</summary>
    public Cursor End => new(options.Epoch, Interlocked.Read(ref _last));

    /// <summary>How many streams follow.</summary>
    public int FollowerCount
    {
        get
        {
            lock (_lock)
            {
                return _followers.Count;
            }
        }
    }

    /// <summary>Numbers an event, keeps it, and hands it to everybody who follows.</summary>
    public void Publish(LogEvent logEvent)
    {
        lock (_lock)
        {
            var record = new LogRecord(logEvent, new Cursor(options.Epoch, _last + 1), options.MaxTextLength);
            Interlocked.Exchange(ref _last, record.Sequence);
            _buffer.Add(record);
        }
    }

    /// <summary>What is kept now.</summary>
    public LogSnapshot Snapshot()
    {
        lock (_lock)
        {
            return TakeSnapshot();
        }
    }

    /// <summary>Begins to hand every matching entry to a new queue. The snapshot has all those before, and no other.</summary>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED: as many follow as are allowed.</exception>
    public (LogSnapshot Snapshot, FollowerQueue Queue) Follow(LogFilter filter)
    {
        // TODO 03.3: refuse one too many, else add a queue and take the snapshot, both under one lock; then Publish, Leave.
        throw new RpcException(new Status(
            StatusCode.Unimplemented, "TODO 03.3 is not done yet. See labs/03-log-tail/README.md."));
    }

    /// <summary>Hands nothing more to a queue.</summary>
    public void Leave(FollowerQueue queue)
    {
    }

    /// <summary>The place behind the newest entry, if nothing waits for this follower: then it has seen all that it asked
    /// for up to there. Null when something waits.</summary>
    public Cursor? EndIfCaughtUp(FollowerQueue queue)
    {
        lock (_lock)
        {
            return queue.IsEmpty ? End : null;
        }
    }

    private LogSnapshot TakeSnapshot() => new(_buffer.ToArray(), End);
}
