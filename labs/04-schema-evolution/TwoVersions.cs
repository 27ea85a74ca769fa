using Grpc.Core;
using Workshop.Evolution.Addresses;
using V1 = Workshop.Users.V1;
using V2 = Workshop.Users.V2;

namespace Workshop.Evolution;

/// <summary>One directory for clients of two versions: it stores users of version 2.</summary>
/// <remarks>Fields that both versions have, have the same numbers and types. Only the address differs: 9 in version 1, 13 in
/// version 2.</remarks>
internal static class TwoVersions
{
    /// <summary>A stored user, for a client of version 1.</summary>
    public static V1.User ToVersion1(V2.User stored)
    {
        // TODO 04.9: turn users of one version into users of the other, and lose nothing.
        throw new RpcException(new Status(
            StatusCode.Unimplemented, "TODO 04.9 is not done yet. See labs/04-schema-evolution/README.md."));
    }

    /// <summary>A user to store, from a client of version 1.</summary>
    /// <param name="received">What the client sent.</param>
    /// <param name="stored">The user as it is stored; null when there is none.</param>
    public static V2.User ToVersion2(V1.User received, V2.User? stored)
    {
        throw new RpcException(new Status(
            StatusCode.Unimplemented, "TODO 04.9 is not done yet. See labs/04-schema-evolution/README.md."));
    }
}
