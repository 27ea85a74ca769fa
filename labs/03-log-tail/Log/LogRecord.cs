using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Display;
using Workshop.Logs.V1;

namespace Workshop.Tail;

/// <summary>One entry of the log, shared by the buffer and everybody who reads it.</summary>
/// <remarks>Its text is rendered, and its message built, when the first reader asks, and then never again: without a reader
/// an entry costs next to nothing, and the second reader gets what the first one paid for.</remarks>
internal sealed class LogRecord(LogEvent logEvent, Cursor cursor, int maxTextLength)
{
    // Text as it is, without quotation marks.
    private static readonly MessageTemplateTextFormatter Format = new("{Message:lj}", CultureInfo.InvariantCulture);

    // Two readers may build the same at the same time. Either one will do.
    private string? _message;
    private StreamLogsResponse? _streamMessage;

    /// <summary>Its number: 1 is the first entry of the process.</summary>
    public long Sequence => cursor.Sequence;

    public DateTimeOffset Timestamp => logEvent.Timestamp;

    public Level Level { get; } = (Level)(logEvent.Level + 1);

    public string Source { get; } = SourceOf(logEvent);

    /// <summary>The text, with its values in place; not cut.</summary>
    public string Message => _message ??= Render();

    /// <summary>What is sent of it, to everybody the same object: nobody may change it.</summary>
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

    // Numbers by themselves: Serilog makes a writer for each value.
    private static string Text(LogEventPropertyValue value) => value switch
    {
        ScalarValue { Value: string text } => text,
        ScalarValue { Value: int or long } number => ((IFormattable)number.Value).ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(null, CultureInfo.InvariantCulture),
    };

    // Never between the two halves of a surrogate pair: UTF-8 has no way to write one alone.
    private string Cut(string text) => text.Length <= maxTextLength ? text
        : text[..(char.IsHighSurrogate(text[maxTextLength - 1]) ? maxTextLength - 1 : maxTextLength)];
}
