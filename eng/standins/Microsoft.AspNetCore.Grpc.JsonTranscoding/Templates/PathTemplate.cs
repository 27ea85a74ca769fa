namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Templates;

/// <summary>A path template of an HTTP rule, as the comments of google/api/http.proto define it.</summary>
/// <param name="Text">The template as written.</param>
/// <param name="Segments">Its segments, those of variables among them.</param>
/// <param name="Variables">Its variables, in order.</param>
/// <param name="Verb">What follows the colon at its end; null without one.</param>
internal sealed record PathTemplate(
    string Text, IReadOnlyList<PathSegment> Segments, IReadOnlyList<PathVariable> Variables, string? Verb)
{
    /// <summary>What paths it matches: equal for two templates that match the same.</summary>
    public string Shape => string.Join('/', Segments.Select(segment => segment.Kind switch
    {
        PathSegmentKind.One => "*",
        PathSegmentKind.Rest => "**",
        // Routing does not look at the case of a literal.
        _ => segment.Text.ToUpperInvariant(),
    })) + (Verb is null ? "" : $":{Verb.ToUpperInvariant()}");
}
