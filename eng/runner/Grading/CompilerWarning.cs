using System.Text.Json;
using System.Text.Json.Nodes;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Grading;

/// <summary>A warning of the compiler that points at a mistake in an answer.</summary>
/// <param name="File">The file, relative to the workshop.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Code">Such as CS4014.</param>
/// <param name="Text">What it means, in a few words.</param>
internal sealed record CompilerWarning(string File, int Line, string Code, string Text)
{
    // Those that a check may not notice, or notices in another place; the first is the worst. What is only untidy is not among them.
    private static readonly (string Code, string Text)[] Telling =
    [
        ("CS4014", "this call is not awaited"),
        ("CS0114", "`override` is missing"),
        ("CS0162", "this code is never reached"),
        ("CS8509", "this switch has no branch for some values"),
        ("CS8321", "this function is never called"),
        ("CS0649", "this field never gets a value"),
        ("CS0414", "the value of this field is never used"),
        ("CS0219", "the value of this variable is never used"),
        ("CS0168", "this variable is never used"),
    ];

    /// <summary>Reads what the compiler wrote of a lab's answer, as SARIF 2.1: it holds what the last compilation said, also
    /// where a build had nothing to compile.</summary>
    public static IReadOnlyList<CompilerWarning> Read(WorkshopFolder workshop, Lab lab, Grade grade, string file)
    {
        var folder = $"{grade.ToName()}/{lab.Slug}/";
        return [.. Results(file)
            .Where(result => result["suppressions"] is null)
            .Select(result => Read(workshop, result))
            .OfType<CompilerWarning>()
            .Where(warning => warning.File.StartsWith(folder, StringComparison.Ordinal))
            .OrderBy(warning => Array.FindIndex(Telling, telling => telling.Code == warning.Code))
            .ThenBy(warning => warning.File, StringComparer.Ordinal)
            .ThenBy(warning => warning.Line)];
    }

    private static IEnumerable<JsonNode> Results(string file)
    {
        try
        {
            return System.IO.File.Exists(file) && JsonNode.Parse(System.IO.File.ReadAllText(file))?["runs"]?[0]?["results"] is JsonArray results
                ? results.OfType<JsonNode>()
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static CompilerWarning? Read(WorkshopFolder workshop, JsonNode result)
    {
        var place = result["locations"]?[0]?["physicalLocation"];
        return (string?)result["ruleId"] is { } code
            && Array.Find(Telling, telling => telling.Code == code) is { Text: { } text }
            && Uri.TryCreate((string?)place?["artifactLocation"]?["uri"], UriKind.Absolute, out var uri)
            ? new CompilerWarning(workshop.Show(uri.LocalPath), (int?)place["region"]?["startLine"] ?? 0, code, text)
            : null;
    }
}
