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
        IUserStore store, long id, string etag, Func<UserTable, User, User> change, CancellationToken cancellationToken) =>
        // One transaction: between comparing and writing, nobody else writes.
        store.WriteAsync(
            users =>
            {
                var stored = users.Find(id) ?? throw ResourceErrors.NotFound(id);
                if (etag.Length > 0 && etag != stored.Etag)
                {
                    // Without the new etag: whoever sends the same change again with it would overwrite what the other one wrote.
                    throw UserErrors.Domain.Error(
                        StatusCode.Aborted,
                        "ETAG_MISMATCH",
                        "Somebody has changed the user since you read it. Get it, apply your change to that, and send it with its etag.");
                }

                return change(users, stored);
            },
            cancellationToken);
}
