using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;
using Workshop.ServiceDefaults;

namespace Workshop.Transcoding;

/// <summary>Which status a call ends with that the catalogue refuses. It decides the HTTP status, too.</summary>
internal static class Refusals
{
    private static readonly ErrorDomain Errors = new("catalog.workshop.example");

    /// <summary>The details that a refusal may have. JSON names the type of each, so the types must be known.</summary>
    public static TypeRegistry DetailTypes { get; } = TypeRegistry.Empty;

    public static RpcException Of(CatalogException problem)
    {
        // TODO 05.4: a status for each CatalogProblem, by Errors; and above, the types of the details.
        throw new RpcException(new Grpc.Core.Status(
            StatusCode.Unimplemented, "TODO 05.4 is not done yet. See labs/05-transcoding/README.md."));
    }
}
