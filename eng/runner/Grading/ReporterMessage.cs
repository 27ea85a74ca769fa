using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Workshop.Runner.Grading;

/// <summary>One message of xunit's JSON reporter: the properties that matter, by the names that xunit gives them.</summary>
internal sealed partial record ReporterMessage
{
    private const string Start = "{\"$type\":\"";

    [JsonPropertyName("$type")]
    public string Type { get; init; } = "";

    [JsonPropertyName("TestCaseUniqueID")]
    public string Id { get; init; } = "";

    [JsonPropertyName("TestClassUniqueID")]
    public string Class { get; init; } = "";

    public string TestMethodName { get; init; } = "";

    public IReadOnlyDictionary<string, string[]> Traits { get; init; } = new Dictionary<string, string[]>();

    /// <summary>In seconds.</summary>
    public double ExecutionTime { get; init; }

    /// <summary>Of an exception and the ones inside it, the outermost first.</summary>
    public IReadOnlyList<string?> ExceptionTypes { get; init; } = [];

    public IReadOnlyList<string> Messages { get; init; } = [];

    public IReadOnlyList<string?> StackTraces { get; init; } = [];

    public IReadOnlyDictionary<string, string> Attachments { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether a line of output holds a message; a text that a program prints may stand before it.</summary>
    public static bool IsIn(string line) => line.Contains(Start, StringComparison.Ordinal);

    /// <returns>Null where the line holds none, or one that was cut off.</returns>
    public static ReporterMessage? Read(string line)
    {
        try
        {
            var start = line.IndexOf(Start, StringComparison.Ordinal);
            return start < 0 ? null : JsonSerializer.Deserialize<ReporterMessage>(Escaped(line[start..]));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // The reporter leaves some control characters as they are, which JSON does not allow.
    private static string Escaped(string json) => ControlCharacter().Replace(json, match => $"\\u{(int)match.Value[0]:x4}");

    [GeneratedRegex(@"[\0-\x1f]")]
    private static partial Regex ControlCharacter();
}
