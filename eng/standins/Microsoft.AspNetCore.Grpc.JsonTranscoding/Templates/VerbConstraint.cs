using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Templates;

/// <summary>The rest of a path must end with the verb of the template.</summary>
internal sealed class VerbConstraint(string verb) : IRouteConstraint
{
    public bool Match(
        HttpContext? httpContext,
        IRouter? route,
        string routeKey,
        RouteValueDictionary values,
        RouteDirection routeDirection) =>
        values[routeKey] is string value && value.EndsWith(verb, StringComparison.OrdinalIgnoreCase);
}
