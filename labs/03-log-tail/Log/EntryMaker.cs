using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Display;
using Workshop.Logs.V1;

namespace Workshop.Tail;

/// <summary>Makes the entry of an event, with texts that are cut.</summary>
internal static class EntryMaker
{
    // Text as it is, without quotation marks.
    private static readonly MessageTemplateTextFormatter Format = new("{Message:lj}", CultureInfo.InvariantCulture);

    /// <returns>The entry, and the length that <see cref="LogRecord.Length"/> means.</returns>
    public static (LogEntry Entry, int Length) Make(LogEvent logEvent, int maxTextLength)
    {
        var texts = new TextBudget(maxTextLength);
        var entry = new LogEntry
        {
            Timestamp = logEvent.Timestamp.ToTimestamp(),
            Level = (Level)(logEvent.Level + 1),
            Source = texts.Take(LogRecord.SourceOf(logEvent)),
            Message = texts.Take(MessageOf(logEvent)),
            Exception = texts.Take(logEvent.Exception?.ToString() ?? ""),
        };
        foreach (var (name, value) in logEvent.Properties)
        {
            if (name == Constants.SourceContextPropertyName)
            {
                continue;
            }

            if (!texts.TryTakeProperty())
            {
                break;
            }

            // Two long names may be the same one when they are cut.
            entry.Properties[texts.Take(name)] = texts.Take(Text(value));
        }

        entry.Truncated = texts.IsCut;
        return (entry, texts.Taken);
    }

    private static string MessageOf(LogEvent logEvent)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Format.Format(logEvent, text);
        return text.ToString();
    }

    // Numbers have a case of their own: Serilog would make a writer for each value.
    private static string Text(LogEventPropertyValue value) => value switch
    {
        ScalarValue { Value: string text } => text,
        ScalarValue { Value: int or long } number => ((IFormattable)number.Value).ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(null, CultureInfo.InvariantCulture),
    };
}
