using Google.Rpc;
using Grpc.Core;
using Workshop.Users.V3;

namespace Workshop.Errors;

/// <summary>What a user must be like, as the contract says.</summary>
internal static class UserRules
{
    /// <exception cref="RpcException">INVALID_ARGUMENT, USER_INVALID: with all that is wrong, each with its field.</exception>
    public static void Check(User user)
    {
        // TODO 06.1: find all that is wrong, and refuse it in one answer.
        throw new RpcException(new Grpc.Core.Status(
            StatusCode.Unimplemented, "TODO 06.1 is not done yet. See labs/06-errors/README.md."));
    }
}
