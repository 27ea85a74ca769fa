using System.Globalization;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace Serilog.Formatting.Compact;

/// <summary>Writes an event as one line of compact JSON, with its message and an id made from the template.</summary>
/// <param name="valueFormatter">Formats property values; null stands for one that tags types as <c>$type</c>.</param>
public class RenderedCompactJsonFormatter(JsonValueFormatter valueFormatter = null) : ITextFormatter
{
    private readonly JsonValueFormatter _valueFormatter = valueFormatter ?? new JsonValueFormatter(typeTagName: "$type");

    /// <summary>Writes the event and a line end.</summary>
    public void Format(LogEvent logEvent, TextWriter output)
    {
        FormatEvent(logEvent, output, _valueFormatter);
        output.WriteLine();
    }

    /// <summary>Writes the event without a line end.</summary>
    public static void FormatEvent(LogEvent logEvent, TextWriter output, JsonValueFormatter valueFormatter)
    {
        ArgumentNullException.ThrowIfNull(logEvent);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(valueFormatter);

        CompactEvent.WriteStart(logEvent, output);
        output.Write(",\"@m\":");
        var message = logEvent.MessageTemplate.Render(logEvent.Properties, CultureInfo.InvariantCulture);
        JsonValueFormatter.WriteQuotedJsonString(message, output);
        var id = EventIdHash.Compute(logEvent.MessageTemplate.Text);
        output.Write(string.Create(CultureInfo.InvariantCulture, $",\"@i\":\"{id:x8}\""));
        CompactEvent.WriteRest(logEvent, output, valueFormatter);
    }
}
