using Grpc.Core;
using Workshop.Users.V3;

namespace Workshop.Errors;

/// <summary>Stores those users of a batch that can be stored.</summary>
internal static class UserBatch
{
    /// <param name="batch">The users, as they were sent.</param>
    /// <param name="add">Adds one of them, as CreateUser does: an <see cref="RpcException"/> is what CreateUser answers.</param>
    public static CreateUsersResponse Store(IReadOnlyList<User> batch, Func<User, User> add)
    {
        var response = new CreateUsersResponse();
        for (var position = 0; position < batch.Count; position++)
        {
            try
            {
                response.Ids.Add(add(batch[position]).Id);
            }
            // Nothing else is caught: a database that fails is no matter of one user. Then the call fails, and nothing is stored.
            catch (RpcException refusal)
            {
                response.Refused.Add(new RefusedUser { Position = position, Status = refusal.GetRpcStatus() });
            }
        }

        return response;
    }
}
