using Grpc.Core;
using Workshop.Users.V3;

namespace Workshop.Errors;

/// <summary>Changes a user that somebody else may be changing, too.</summary>
internal static class TwoWriters
{
    /// <param name="store">Where the user is.</param>
    /// <param name="id">Which user.</param>
    /// <param name="etag">The state from which the client made its change; empty if it does not care.</param>
    /// <param name="change">Writes the change. It gets the user as it is stored, and gives the one that is stored then.</param>
    /// <param name="cancellationToken">Ends the wait for other writers.</param>
    /// <exception cref="RpcException">NOT_FOUND: there is no such user. ABORTED, ETAG_MISMATCH: it has changed since.</exception>
    public static Task<User> ChangeAsync(
        IUserStore store, long id, string etag, Func<UserTable, User, User> change, CancellationToken cancellationToken)
    {
        // TODO 06.3: find the user, compare the etags, and change the user, so that no other writer comes between.
        throw new RpcException(new Status(
            StatusCode.Unimplemented, "TODO 06.3 is not done yet. See labs/06-errors/README.md."));
    }
}
