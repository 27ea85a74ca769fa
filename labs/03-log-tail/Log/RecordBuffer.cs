namespace Workshop.Tail;

/// <summary>The newest entries, up to a number and a size. Not safe for several threads.</summary>
/// <remarks>An entry that leaves still has its text, for those who have begun to read it, and for queues that are longer than what
/// is kept. Later the text is let go: what readers hold on to are empty records. So all entries together take twice
/// <see cref="TailOptions.BufferBytes"/> at most, however many readers there are, and whatever they do not read. To keep more of
/// them would cost everybody: what lives long is copied by the garbage collector. A reader that is so far behind may come again
/// with its cursor.</remarks>
internal sealed class RecordBuffer(TailOptions options)
{
    private readonly int _maxLeaving = Math.Max(options.BufferEntries / 4, options.QueueEntries - options.BufferEntries);
    private readonly Queue<LogRecord> _kept = new();
    private readonly Queue<LogRecord> _leaving = new();
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
            _leaving.Enqueue(oldest);
            _leavingBytes += oldest.Bytes;
        }

        while (_leaving.Count > _maxLeaving || _leavingBytes > options.BufferBytes)
        {
            var gone = _leaving.Dequeue();
            _leavingBytes -= gone.Bytes;
            gone.LetGo();
        }
    }

    /// <summary>A copy, oldest first.</summary>
    public LogRecord[] ToArray() => _kept.ToArray();
}
