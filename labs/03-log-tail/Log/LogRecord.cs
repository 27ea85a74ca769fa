using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Display;
using Workshop.Logs.V1;

namespace Workshop.Tail;

/// <summary>One entry of the log, shared by the buffer and all readers.</summary>
/// <remarks>Its text and its message are made once, when the first reader needs them. Without a reader an entry costs almost
/// nothing.</remarks>
internal sealed class LogRecord(LogEvent logEvent, Cursor cursor, int maxTextLength)
{
    // Text as it is, without quotation marks.
    private static readonly MessageTemplateTextFormatter Format = new("{Message:lj}", CultureInfo.InvariantCulture);

    // Two readers may make these at the same time. Then either result is fine.
    private string? _message;
    private StreamLogsResponse? _streamMessage;

    /// <summary>Its number: 1 is the first entry of the process.</summary>
    public long Sequence => cursor.Sequence;

    public DateTimeOffset Timestamp => logEvent.Timestamp;

    public Level Level { get; } = (Level)(logEvent.Level + 1);

    public string Source { get; } = SourceOf(logEvent);

    /// <summary>The text, with its values in place; not cut.</summary>
    public string Message => _message ??= Render();

    /// <summary>The message that is sent for this entry. All streams send the same object: do not change it.</summary>
    public StreamLogsResponse StreamMessage => _streamMessage ??= Build();

    /// <summary>The source of an event; empty when it has none.</summary>
    public static string SourceOf(LogEvent logEvent) =>
        logEvent.Properties.TryGetValue(Constants.SourceContextPropertyName, out var source)
        && source is ScalarValue { Value: string name } ? name : "";

    private string Render()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Format.Format(logEvent, text);
        return text.ToString();
    }

    private StreamLogsResponse Build()
    {
        var exception = logEvent.Exception?.ToString() ?? "";
        var entry = new LogEntry
        {
            Timestamp = Timestamp.ToTimestamp(),
            Level = Level,
            Source = Source,
            Message = Cut(Message),
            Exception = Cut(exception),
            Truncated = Message.Length > maxTextLength || exception.Length > maxTextLength,
        };
        foreach (var (name, value) in logEvent.Properties)
        {
            if (name != Constants.SourceContextPropertyName)
            {
                entry.Properties.Add(name, Cut(Text(value)));
            }
        }

        return new StreamLogsResponse { Cursor = $"{cursor}", Entry = entry };
    }

    // Numbers have a case of their own: Serilog would make a writer for each value.
    private static string Text(LogEventPropertyValue value) => value switch
    {
        ScalarValue { Value: string text } => text,
        ScalarValue { Value: int or long } number => ((IFormattable)number.Value).ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(null, CultureInfo.InvariantCulture),
    };

    // Never between the two halves of a surrogate pair: UTF-8 cannot encode one half.
    private string Cut(string text) => text.Length <= maxTextLength ? text
        : text[..(char.IsHighSurrogate(text[maxTextLength - 1]) ? maxTextLength - 1 : maxTextLength)];
}
