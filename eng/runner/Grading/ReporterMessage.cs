using System.Text.Json;

namespace Workshop.Runner.Grading;

/// <summary>One message of xunit's JSON reporter.</summary>
internal sealed class ReporterMessage(JsonElement message)
{
    public string Type => Text("$type");

    public double Seconds => message.TryGetProperty("ExecutionTime", out var time) ? time.GetDouble() : 0;

    /// <summary>A property's text; empty where there is none.</summary>
    public string Text(string property) =>
        message.TryGetProperty(property, out var value) ? value.GetString() ?? "" : "";

    /// <summary>The first of a property's texts; of an exception, the outermost.</summary>
    public string First(string property) =>
        message.TryGetProperty(property, out var values) && values.GetArrayLength() > 0 ? values[0].GetString() ?? "" : "";

    /// <summary>All texts of a property, a line each.</summary>
    public string All(string property) => message.TryGetProperty(property, out var values)
        ? string.Join('\n', values.EnumerateArray().Select(value => value.GetString()))
        : "";

    public string Trait(string name) =>
        message.TryGetProperty("Traits", out var traits) && traits.TryGetProperty(name, out var values)
        && values.GetArrayLength() > 0 ? values[0].GetString() ?? "" : "";
}
