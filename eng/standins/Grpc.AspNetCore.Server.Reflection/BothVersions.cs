using Microsoft.AspNetCore.Builder;

namespace Grpc.AspNetCore.Server.Reflection;

/// <summary>Passes each convention on to both versions of the service.</summary>
internal sealed class BothVersions(params IEndpointConventionBuilder[] versions) : IEndpointConventionBuilder
{
    public void Add(Action<EndpointBuilder> convention)
    {
        foreach (var version in versions)
        {
            version.Add(convention);
        }
    }

    public void Finally(Action<EndpointBuilder> finallyConvention)
    {
        foreach (var version in versions)
        {
            version.Finally(finallyConvention);
        }
    }
}
