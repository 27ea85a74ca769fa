using System.Text.Json;
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

    /// <summary>Reads what the compiler wrote of a lab's answer, as SARIF 2.1.</summary>
    /// <remarks>The file has what the last compilation said, also where a build had nothing to compile.</remarks>
    public static IReadOnlyList<CompilerWarning> Read(WorkshopFolder workshop, Lab lab, Grade grade, string file)
    {
        var folder = $"{grade.ToName()}/{lab.Slug}/";
        return [.. Results(file)
            .Select(result => Read(workshop, result))
            .OfType<CompilerWarning>()
            .Where(warning => warning.File.StartsWith(folder, StringComparison.Ordinal))
            .OrderBy(warning => Array.FindIndex(Telling, telling => telling.Code == warning.Code))
            .ThenBy(warning => warning.File, StringComparer.Ordinal)
            .ThenBy(warning => warning.Line)];
    }

    private static IEnumerable<Result> Results(string file)
    {
        try
        {
            return System.IO.File.Exists(file)
                ? JsonSerializer.Deserialize<Log>(System.IO.File.ReadAllText(file), JsonSerializerOptions.Web)?.Runs?.SelectMany(run => run.Results ?? []) ?? []
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static CompilerWarning? Read(WorkshopFolder workshop, Result result) =>
        result is { Suppressions: null, Locations: [{ PhysicalLocation: { ArtifactLocation.Uri: { IsAbsoluteUri: true } file, Region: { } region } }, ..] }
        && Array.Find(Telling, telling => telling.Code == result.RuleId) is { Text: { } text }
            ? new CompilerWarning(workshop.Show(file.LocalPath), region.StartLine, result.RuleId!, text)
            : null;

    private sealed record Log(Run[]? Runs);

    private sealed record Run(Result[]? Results);

    private sealed record Result(string? RuleId, JsonElement[]? Suppressions, Location[]? Locations);

    private sealed record Location(PhysicalLocation? PhysicalLocation);

    private sealed record PhysicalLocation(ArtifactLocation? ArtifactLocation, Region? Region);

    private sealed record ArtifactLocation(Uri? Uri);

    private sealed record Region(int StartLine);
}
