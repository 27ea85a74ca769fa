using System.Globalization;
using Google.Rpc;
using Grpc.Core;
using Workshop.Users.V3;

namespace Workshop.Errors;

/// <summary>There is no such user, or there is one already.</summary>
internal static class ResourceErrors
{
    /// <summary>NOT_FOUND, USER_NOT_FOUND.</summary>
    public static RpcException NotFound(long id)
    {
        var sentence = string.Create(CultureInfo.InvariantCulture, $"There is no user with the id {id}.");
        return UserErrors.Domain.Error(StatusCode.NotFound, "USER_NOT_FOUND", sentence, details: new ResourceInfo
        {
            ResourceType = UserErrors.UserType,
            ResourceName = string.Create(CultureInfo.InvariantCulture, $"users/{id}"),
            Description = sentence,
        });
    }

    /// <summary>ALREADY_EXISTS, USERNAME_TAKEN or EMAIL_TAKEN: another user has the value of a field.</summary>
    /// <param name="field"><c>username</c> or <c>email</c>: what the index is about that the database found violated.</param>
    /// <param name="user">The user that could not be stored.</param>
    public static RpcException Taken(string field, User user)
    {
        var sentence = $"Another user has this {field}. Choose another one.";
        return UserErrors.Domain.Error(
            StatusCode.AlreadyExists,
            field == "username" ? "USERNAME_TAKEN" : "EMAIL_TAKEN",
            sentence,
            details: new ResourceInfo
            {
                ResourceType = UserErrors.UserType,
                // What the client sent, and nothing of the other user.
                ResourceName = field == "username" ? user.Username : user.Email,
                Description = sentence,
            });
    }
}
