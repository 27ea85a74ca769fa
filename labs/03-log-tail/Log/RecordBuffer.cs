namespace Workshop.Tail;

/// <summary>The newest entries, up to a number and a size. Not safe for several threads.</summary>
/// <remarks>An entry that leaves still has its text, for those who have begun to read it. After as many bytes again, the text is
/// let go: what readers hold on to are empty records. So all entries together take twice <paramref name="maxBytes"/> at most,
/// however many readers there are, and whatever they do not read.</remarks>
internal sealed class RecordBuffer(int maxEntries, long maxBytes)
{
    private readonly Queue<LogRecord> _kept = new();
    private readonly Queue<LogRecord> _leaving = new();
    private long _keptBytes;
    private long _leavingBytes;

    /// <summary>Adds an entry. Others leave until there is room; the newest one is always kept.</summary>
    public void Add(LogRecord record)
    {
        _kept.Enqueue(record);
        _keptBytes += record.Bytes;
        while (_kept.Count > maxEntries || (_keptBytes > maxBytes && _kept.Count > 1))
        {
            var oldest = _kept.Dequeue();
            _keptBytes -= oldest.Bytes;
            _leaving.Enqueue(oldest);
            _leavingBytes += oldest.Bytes;
        }

        while (_leavingBytes > maxBytes)
        {
            var gone = _leaving.Dequeue();
            _leavingBytes -= gone.Bytes;
            gone.LetGo();
        }
    }

    /// <summary>A copy, oldest first.</summary>
    public LogRecord[] ToArray() => _kept.ToArray();
}
