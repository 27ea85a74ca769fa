using System.Text.Json;
using System.Text.RegularExpressions;

namespace Workshop.Runner.Upgrading;

/// <summary>Which files of a package become files of a workshop, as the package's own template.json says it.</summary>
/// <remarks>Its format: https://github.com/dotnet/templating/wiki/Reference-for-template.json#sources. Read here are source,
/// target and exclude; patterns know *, ** and ?. A source with a condition has the files for workshops that some labs or the solutions
/// were left out of. It is the first one, so that a runner which knows no conditions takes the files of the others instead.</remarks>
internal sealed class TemplateSources
{
    private readonly IReadOnlyList<Source> _sources;

    private TemplateSources(IReadOnlyList<Source> sources) => _sources = sources;

    /// <param name="json">The text of template.json.</param>
    /// <param name="folder">The folder that has .template.config in it, such as <c>dotnet-new-template</c>.</param>
    /// <exception cref="JsonException">It is no JSON, or has no sources.</exception>
    public static TemplateSources Read(string json, string folder)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.TryGetProperty("sources", out var sources) && sources.ValueKind is JsonValueKind.Array
            ? new TemplateSources([.. sources.EnumerateArray().Select(source => new Source(
                Resolve($"{folder}/{Text(source, "source")}"),
                Resolve(Text(source, "target")),
                [.. Excluded(source).Select(Pattern)],
                source.TryGetProperty("condition", out _)))])
            : throw new JsonException("template.json has no sources.");
    }

    /// <summary>Where a file of the package lies in a workshop; null if no workshop has it.</summary>
    /// <param name="file">Its path in the package's tree.</param>
    /// <returns>The path, and how much later sources count: a file of a later one replaces that of an earlier one.</returns>
    public (string Path, int Order)? PlaceOf(string file) => PlaceOf(file, marked: false);

    /// <summary>Where a file with conditions lies in a workshop that something was left out of; null if it is none.</summary>
    public string? MarkedPlaceOf(string file) => PlaceOf(file, marked: true)?.Path;

    private (string Path, int Order)? PlaceOf(string file, bool marked)
    {
        for (var order = _sources.Count - 1; order >= 0; order--)
        {
            var source = _sources[order];
            if (source.IsMarked == marked && file.StartsWith(source.From, StringComparison.Ordinal) && file[source.From.Length..] is var rest
                && !source.Excluded.Any(pattern => pattern.IsMatch(rest)))
            {
                return (source.To + rest, order);
            }
        }

        return null;
    }

    private static string Text(JsonElement source, string name) =>
        source.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "./";

    private static IEnumerable<string> Excluded(JsonElement source) =>
        source.TryGetProperty("exclude", out var excluded) ? excluded.EnumerateArray().Select(pattern => pattern.GetString() ?? "") : [];

    // Without . and .., and with a slash at its end unless it is the root.
    private static string Resolve(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/').Where(part => part is not ("" or ".")))
        {
            if (part is ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else
            {
                parts.Add(part);
            }
        }

        return string.Concat(parts.Select(part => $"{part}/"));
    }

    private static Regex Pattern(string pattern) => new(
        $"^{Regex.Escape(pattern)
            .Replace(@"\*\*/", "(.*/)?", StringComparison.Ordinal)
            .Replace(@"\*\*", ".*", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal)
            .Replace(@"\?", "[^/]", StringComparison.Ordinal)}$",
        RegexOptions.CultureInvariant);

    private sealed record Source(string From, string To, IReadOnlyList<Regex> Excluded, bool IsMarked);
}
