using System.Globalization;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace Serilog.Formatting.Compact;

/// <summary>The parts that both compact formats have in common.</summary>
internal static class CompactEvent
{
    /// <summary>Writes <c>{"@t":"…"</c>, in UTC.</summary>
    public static void WriteStart(LogEvent logEvent, TextWriter output)
    {
        output.Write("{\"@t\":\"");
        output.Write(logEvent.Timestamp.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        output.Write('"');
    }

    /// <summary>Writes level, exception, trace and properties, and closes the object.</summary>
    /// <remarks>A missing <c>@l</c> means Information, the most frequent level.</remarks>
    public static void WriteRest(LogEvent logEvent, TextWriter output, JsonValueFormatter valueFormatter)
    {
        if (logEvent.Level != LogEventLevel.Information)
        {
            WriteText("@l", logEvent.Level.ToString(), output);
        }

        WriteText("@x", logEvent.Exception?.ToString(), output);
        WriteText("@tr", logEvent.TraceId?.ToHexString(), output);
        WriteText("@sp", logEvent.SpanId?.ToHexString(), output);

        foreach (var (name, value) in logEvent.Properties)
        {
            output.Write(',');
            // A name of the format's own begins with one @, so a property that does gets a second.
            JsonValueFormatter.WriteQuotedJsonString(name.StartsWith('@') ? "@" + name : name, output);
            output.Write(':');
            valueFormatter.Format(value, output);
        }

        output.Write('}');
    }

    private static void WriteText(string name, string text, TextWriter output)
    {
        if (text is not null)
        {
            output.Write($",\"{name}\":");
            JsonValueFormatter.WriteQuotedJsonString(text, output);
        }
    }
}
