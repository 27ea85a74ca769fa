using Grpc.AspNetCore.Server.Reflection;
using Grpc.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what server reflection needs.</summary>
public static class GrpcReflectionServiceExtensions
{
    /// <summary>Registers server reflection. It describes the services that are mapped when it is first called.</summary>
    public static IServiceCollection AddGrpcReflection(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(provider =>
            new ReflectionServiceImpl(MappedServices.In(provider.GetRequiredService<EndpointDataSource>())));
        services.TryAddSingleton(provider =>
            new ReflectionV1ServiceImpl(MappedServices.In(provider.GetRequiredService<EndpointDataSource>())));
        return services;
    }
}
