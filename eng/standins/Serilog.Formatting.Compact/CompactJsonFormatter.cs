using Serilog.Events;
using Serilog.Formatting.Json;
using Serilog.Parsing;

namespace Serilog.Formatting.Compact;

/// <summary>Writes an event as one line of compact JSON, with its message template.</summary>
/// <param name="valueFormatter">Formats property values; null stands for one that tags types as <c>$type</c>.</param>
public class CompactJsonFormatter(JsonValueFormatter valueFormatter = null) : ITextFormatter
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
        output.Write(",\"@mt\":");
        JsonValueFormatter.WriteQuotedJsonString(logEvent.MessageTemplate.Text, output);
        WriteRenderings(logEvent, output);
        CompactEvent.WriteRest(logEvent, output, valueFormatter);
    }

    // A reader without .NET's format strings cannot render {Elapsed:0.00}, so such values come rendered, in order.
    private static void WriteRenderings(LogEvent logEvent, TextWriter output)
    {
        var separator = ",\"@r\":[";
        foreach (var token in logEvent.MessageTemplate.Tokens.OfType<PropertyToken>().Where(token => token.Format is not null))
        {
            output.Write(separator);
            separator = ",";
            using var rendering = new StringWriter();
            token.Render(logEvent.Properties, rendering, System.Globalization.CultureInfo.InvariantCulture);
            JsonValueFormatter.WriteQuotedJsonString(rendering.ToString(), output);
        }

        if (separator == ",")
        {
            output.Write(']');
        }
    }
}
