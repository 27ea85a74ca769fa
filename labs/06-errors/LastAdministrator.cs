using Google.Rpc;
using Grpc.Core;
using Workshop.Users.V3;

namespace Workshop.Errors;

/// <summary>The last active administrator stays one: nobody could make another.</summary>
internal static class LastAdministrator
{
    /// <summary>Called when an active administrator is about to be deleted, or to be one no longer.</summary>
    /// <exception cref="RpcException">FAILED_PRECONDITION, LAST_ADMINISTRATOR: there is no other one.</exception>
    public static void Check(UserTable users, User administrator)
    {
        // TODO 06.4: refuse it when nobody else is an active administrator.
        throw new RpcException(new Grpc.Core.Status(
            StatusCode.Unimplemented, "TODO 06.4 is not done yet. See labs/06-errors/README.md."));
    }
}
