using System.Text.RegularExpressions;

namespace Workshop.Transcoding;

/// <summary>The path of a rule, as OpenAPI has it: a parameter for each part that a caller chooses.</summary>
/// <param name="Text">Such as <c>/v1/files/{file_id}:copy</c>.</param>
/// <param name="Parameters">Its parameters, in their order.</param>
internal sealed partial record RulePath(string Text, IReadOnlyList<PathParameter> Parameters)
{
    /// <param name="template">The path in the rule, such as <c>/v1/{name=shelves/*/books/*}:read</c>.</param>
    /// <param name="others">The paths that the document has. OpenAPI allows no two that differ only in the names of their
    /// parameters, so an equal one gives its names to this.</param>
    public static RulePath Of(string template, IEnumerable<string> others)
    {
        var path = Parse(template);
        var same = others.FirstOrDefault(other => Parameter.Replace(other, "{}") == Parameter.Replace(path.Text, "{}"));
        return same is null
            ? path
            : new RulePath(same, [.. path.Parameters.Zip(
                Parameter.Matches(same), (parameter, name) => parameter with { Name = name.Groups["name"].Value })]);
    }

    private static RulePath Parse(string template)
    {
        var parameters = new List<PathParameter>();
        var text = Chosen.Replace(template, chosen =>
        {
            var field = chosen.Groups["field"].Value;
            var segments = chosen.Groups["segments"] is { Success: true, Value: var given } ? given : "*";
            // A bare wildcard is no field: the service does not see it.
            return field.Length > 0
                ? Wildcard.Replace(segments, wildcard => Add(field, segments, wildcard.Value))
                : Add(field, chosen.Value, chosen.Value);
        });
        return new RulePath(text, parameters);

        string Add(string field, string segments, string wildcard)
        {
            var wanted = field.Length > 0 ? field[(field.LastIndexOf('.') + 1)..] : "segment";
            var name = wanted;
            for (var number = 2; parameters.Exists(parameter => parameter.Name == name); number++)
            {
                name = $"{wanted}_{number}";
            }

            parameters.Add(new PathParameter(name, field, segments, wildcard));
            return $"{{{name}}}";
        }
    }

    [GeneratedRegex(@"\{(?<field>[^=}]+)(=(?<segments>[^}]*))?\}|\*\*?", RegexOptions.ExplicitCapture)]
    private static partial Regex Chosen { get; }

    [GeneratedRegex(@"\*\*?")]
    private static partial Regex Wildcard { get; }

    [GeneratedRegex(@"\{(?<name>[^}]*)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Parameter { get; }
}
