using System.Diagnostics;
using Serilog.Events;

namespace Workshop.Tail;

/// <summary>Receives all entries: keeps the newest ones, and offers each to all followers.</summary>
/// <remarks>One lock protects the numbers, the buffer and the list of followers. Work under it is short and never waits, because
/// every thread of the server that logs needs this lock.</remarks>
internal sealed class LogHub(TailOptions options)
{
    private static readonly ActivitySource Traces = new("Workshop.Tail");

    private readonly Lock _lock = new();
    private readonly RecordBuffer _buffer = new(options);
    private readonly List<FollowerQueue> _followers = [];
    private long _last;

    /// <summary>The position after the newest entry.</summary>
    public Cursor End => new(options.Epoch, Interlocked.Read(ref _last));

    /// <summary>How many queues get new entries.</summary>
    public int FollowerCount => _followers.Count;

    /// <summary>Numbers an event, keeps it, and offers it to all followers.</summary>
    public void Publish(LogEvent logEvent)
    {
        // Outside the lock: a long event is rendered here.
        var record = new LogRecord(logEvent, options.MaxTextLength);
        lock (_lock)
        {
            record.Place(new Cursor(options.Epoch, _last + 1));
            Interlocked.Exchange(ref _last, record.Cursor.Sequence);
            _buffer.Add(record);
            foreach (var follower in _followers)
            {
                follower.Offer(record);
            }
        }
    }

    /// <summary>The entries that are kept now.</summary>
    public LogSnapshot Snapshot()
    {
        using var trace = Traces.StartActivity("snapshot");
        lock (_lock)
        {
            return TakeSnapshot();
        }
    }

    /// <summary>Adds a queue for a new follower. The snapshot has the entries before, the queue gets those after.</summary>
    public (LogSnapshot Snapshot, FollowerQueue Queue) Follow(LogFilter filter)
    {
        lock (_lock)
        {
            var queue = new FollowerQueue(filter, options.QueueEntries);
            _followers.Add(queue);
            return (TakeSnapshot(), queue);
        }
    }

    /// <summary>Removes a follower's queue.</summary>
    public void Leave(FollowerQueue queue)
    {
        lock (_lock)
        {
            _followers.Remove(queue);
        }
    }

    /// <summary>The position after the newest entry, if no entry waits in this queue: then the follower has all matching
    /// entries up to there. Null when an entry waits.</summary>
    public Cursor? EndIfCaughtUp(FollowerQueue queue)
    {
        lock (_lock)
        {
            return queue.IsEmpty ? End : null;
        }
    }

    private LogSnapshot TakeSnapshot() => new(_buffer.ToArray(), End);
}
