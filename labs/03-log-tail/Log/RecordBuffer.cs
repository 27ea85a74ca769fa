using Workshop.Logs.V1;

namespace Workshop.Tail;

/// <summary>The newest entries, up to a number and a size. Not safe for several threads.</summary>
/// <remarks>An entry that leaves still has its text, for those who have begun to read it, and for queues that are longer than what
/// is kept. Later the text is let go: what readers hold on to are empty records. So all entries together take twice
/// <see cref="TailOptions.BufferBytes"/> at most, however many readers there are, and whatever they do not read. To keep more of
/// them would cost everybody: what lives long is copied by the garbage collector. Each level is counted by itself, so the few
/// warnings stay for those who wait for nothing else. A reader that is too far behind may come again with its cursor.</remarks>
internal sealed class RecordBuffer(TailOptions options)
{
    private readonly int _maxLeaving = Math.Max(options.BufferEntries / 4, options.QueueEntries - options.BufferEntries);
    private readonly Queue<LogRecord> _kept = new();
    private readonly Dictionary<Level, Queue<LogRecord>> _leaving = [];
    private long _keptBytes;
    private long _leavingBytes;

    /// <summary>Adds an entry. Others leave until there is room; the newest one is always kept.</summary>
    public void Add(LogRecord record)
    {
        _kept.Enqueue(record);
        _keptBytes += record.Bytes;
        while (_kept.Count > options.BufferEntries || (_keptBytes > options.BufferBytes && _kept.Count > 1))
        {
            var oldest = _kept.Dequeue();
            _keptBytes -= oldest.Bytes;
            Leave(oldest);
        }
    }

    /// <summary>A copy, oldest first.</summary>
    public LogRecord[] ToArray() => _kept.ToArray();

    private void Leave(LogRecord record)
    {
        if (!_leaving.TryGetValue(record.Level, out var queue))
        {
            _leaving.Add(record.Level, queue = new Queue<LogRecord>());
        }

        queue.Enqueue(record);
        _leavingBytes += record.Bytes;
        if (queue.Count > _maxLeaving)
        {
            LetGoOldest(queue);
        }

        while (_leavingBytes > options.BufferBytes)
        {
            LetGoOldest(_leaving.Values.Where(level => level.Count > 0).MinBy(level => level.Peek().Cursor.Sequence)!);
        }
    }

    private void LetGoOldest(Queue<LogRecord> queue)
    {
        var gone = queue.Dequeue();
        _leavingBytes -= gone.Bytes;
        gone.LetGo();
    }
}
