using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Templates;

/// <summary>A path template as a route of ASP.NET Core, and the values of its variables in a request.</summary>
internal sealed class TemplateRoute
{
    private readonly PathTemplate _template;
    private readonly string[] _parameters;

    public TemplateRoute(PathTemplate template)
    {
        _template = template;
        _parameters = [.. template.Segments.Select(NameParameter)];
        Pattern = RoutePatternFactory.Pattern(template.Text, template.Segments.Select(MakeSegment));
    }

    public RoutePattern Pattern { get; }

    /// <summary>The part of the path that a variable covers.</summary>
    public string ValueOf(PathVariable variable, RouteValueDictionary values) => variable.Count == 1
        ? SegmentValue(variable.First, values)
        : string.Join('/', Enumerable.Range(variable.First, variable.Count)
            .Select(index => (index, value: SegmentValue(index, values)))
            // "**" may match no segment; then there is no slash before it.
            .Where(part => part.value.Length > 0 || _template.Segments[part.index].Kind != PathSegmentKind.Rest)
            .Select(part => part.value));

    private string SegmentValue(int index, RouteValueDictionary values)
    {
        var segment = _template.Segments[index];
        if (segment.Kind == PathSegmentKind.Literal)
        {
            return segment.Text;
        }

        var value = values[_parameters[index]] as string ?? "";
        // In a route, a verb after "**" is part of the value.
        return segment.Kind == PathSegmentKind.Rest && _template.Verb is { } verb ? value[..^(verb.Length + 1)] : value;
    }

    // A variable of one segment gives its name to the route value, where other code finds it.
    private string NameParameter(PathSegment segment, int index) =>
        _template.Variables.FirstOrDefault(variable => variable.First == index && variable.Count == 1)?.FieldPath
        ?? $"__segment{index}";

    private RoutePatternPathSegment MakeSegment(PathSegment segment, int index)
    {
        var verb = index == _template.Segments.Count - 1 && _template.Verb is { } last ? $":{last}" : "";
        RoutePatternPart[] parts = segment.Kind switch
        {
            PathSegmentKind.Literal => [RoutePatternFactory.LiteralPart(segment.Text + verb)],
            PathSegmentKind.Rest when verb.Length > 0 =>
            [
                RoutePatternFactory.ParameterPart(
                    _parameters[index],
                    @default: null,
                    RoutePatternParameterKind.CatchAll,
                    RoutePatternFactory.Constraint(new VerbConstraint(verb))),
            ],
            PathSegmentKind.Rest =>
            [
                RoutePatternFactory.ParameterPart(
                    _parameters[index], @default: null, RoutePatternParameterKind.CatchAll),
            ],
            _ when verb.Length > 0 =>
                [RoutePatternFactory.ParameterPart(_parameters[index]), RoutePatternFactory.LiteralPart(verb)],
            _ => [RoutePatternFactory.ParameterPart(_parameters[index])],
        };
        return RoutePatternFactory.Segment(parts);
    }
}
