using Serilog.Core;
using Serilog.Events;
using Workshop.Logs.V1;

namespace Workshop.Tail;

/// <summary>One entry of the log, shared by the buffer and all readers.</summary>
internal sealed class LogRecord
{
    private readonly int _maxTextLength;

    // The event, until a reader needs the message: without a reader an entry costs almost nothing. Then the message, then null.
    private object? _content;
    private string? _source;

    /// <remarks>A long event, and one that nobody knows the length of, becomes a message at once: so its texts are cut, and the
    /// long ones are let go.</remarks>
    public LogRecord(LogEvent logEvent, int maxTextLength)
    {
        _maxTextLength = maxTextLength;
        Timestamp = logEvent.Timestamp;
        Level = (Level)(logEvent.Level + 1);
        if (EntryLength.OfShort(logEvent) is { } length)
        {
            _source = SourceOf(logEvent);
            Length = length;
            _content = logEvent;
        }
        else
        {
            var (entry, entryLength) = EntryMaker.Make(logEvent, maxTextLength);
            _source = entry.Source;
            Length = entryLength;
            _content = new StreamLogsResponse { Entry = entry };
        }
    }

    /// <summary>The position after it. Its number is 1 for the first entry of the process.</summary>
    public Cursor Cursor { get; private set; }

    public DateTimeOffset Timestamp { get; }

    public Level Level { get; }

    /// <exception cref="EntryGoneException">It was let go.</exception>
    public string Source => _source ?? throw new EntryGoneException();

    /// <summary>The text, with its values in place, as it is sent.</summary>
    /// <exception cref="EntryGoneException">It was let go.</exception>
    public string Message => StreamMessage.Entry.Message;

    /// <summary>The length of all its texts, in UTF-16 code units, and of what comes with them.</summary>
    public int Length { get; }

    /// <summary>What it takes in memory, at most.</summary>
    public int Bytes => EntryLength.BytesOf(Length);

    /// <summary>The message that is sent for this entry. All streams send the same object: do not change it.</summary>
    /// <exception cref="EntryGoneException">It was let go.</exception>
    public StreamLogsResponse StreamMessage
    {
        get
        {
            // Read once: it may be let go meanwhile.
            var content = _content;
            if (content is LogEvent logEvent)
            {
                // Two readers may make it at the same time. Then either result is fine.
                content = new StreamLogsResponse { Cursor = $"{Cursor}", Entry = EntryMaker.Make(logEvent, _maxTextLength).Entry };
                Interlocked.CompareExchange(ref _content, content, logEvent);
            }

            return content as StreamLogsResponse ?? throw new EntryGoneException();
        }
    }

    /// <summary>The source of an event; empty when it has none.</summary>
    public static string SourceOf(LogEvent logEvent) =>
        logEvent.Properties.TryGetValue(Constants.SourceContextPropertyName, out var source)
        && source is ScalarValue { Value: string name } ? name : "";

    /// <summary>Gives it its place in the log, before anybody else knows it.</summary>
    public void Place(Cursor cursor)
    {
        Cursor = cursor;
        if (_content is StreamLogsResponse message)
        {
            message.Cursor = $"{cursor}";
        }
    }

    /// <summary>Drops its texts. Readers that come to it later get an exception.</summary>
    public void LetGo() => (_content, _source) = (null, null);
}
