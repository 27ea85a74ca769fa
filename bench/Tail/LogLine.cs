using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Serilog.Core;
using Serilog.Events;

namespace Workshop.Bench.Tail;

/// <summary>An entry as JSON: what <c>LogEntry</c> of the contract has, and its number.</summary>
internal sealed record LogLine(
    long Sequence,
    DateTimeOffset Timestamp,
    string Level,
    string Source,
    string Message,
    Dictionary<string, string> Properties,
    string? Exception)
{
    public static LogLine Of(LogEvent logEvent, long sequence)
    {
        var properties = new Dictionary<string, string>();
        var source = "";
        foreach (var (name, value) in logEvent.Properties)
        {
            var text = value is ScalarValue { Value: string scalar } ? scalar : value.ToString(null, CultureInfo.InvariantCulture);
            if (name == Constants.SourceContextPropertyName)
            {
                source = text;
            }
            else
            {
                properties[name] = text;
            }
        }

        return new LogLine(
            sequence,
            logEvent.Timestamp,
            $"{logEvent.Level}",
            source,
            logEvent.RenderMessage(CultureInfo.InvariantCulture),
            properties,
            logEvent.Exception?.ToString());
    }

    public void WriteTo(Utf8JsonWriter json) => JsonSerializer.Serialize(json, this, LogLineJson.Default.LogLine);

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, LogLineJson.Default.LogLine);
}

/// <summary>Knows at compile time how a line is written and read.</summary>
[JsonSerializable(typeof(LogLine))]
internal sealed partial class LogLineJson : JsonSerializerContext;
