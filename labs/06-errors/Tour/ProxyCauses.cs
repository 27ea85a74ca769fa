using Grpc.Core;

namespace Workshop.Errors.Tour;

/// <summary>What answers by HTTP where a gRPC server should: a proxy, a gateway, the wrong server.</summary>
/// <remarks>Documented in https://github.com/grpc/grpc/blob/master/doc/http-grpc-status-mapping.md.</remarks>
internal static class ProxyCauses
{
    public static IEnumerable<Experiment> All { get; } =
    [
        Of(400, StatusCode.Internal),
        Of(401, StatusCode.Unauthenticated),
        Of(403, StatusCode.PermissionDenied),
        Of(404, StatusCode.Unimplemented),
        Of(429, StatusCode.Unavailable),
        Of(431, StatusCode.Internal),
        Of(500, StatusCode.Unknown),
        Of(502, StatusCode.Unavailable),
        Of(503, StatusCode.Unavailable),
        Of(504, StatusCode.Unavailable),
        Of("HTTP 200 with a page (text/html)", 200, "text/html", StatusCode.Unknown),
        Of("HTTP 200 without a grpc-status", 200, "application/grpc", StatusCode.Unknown),
    ];

    private static Experiment Of(int status, StatusCode documented) => Of($"HTTP {status}", status, null, documented);

    private static Experiment Of(string cause, int status, string? contentType, StatusCode documented) => new(
        Maker.Proxy, cause, documented, tour => Surroundings.EndCallAsync(tour.Others.Proxy, new(), OtherServers.Answer(status, contentType)));
}
