using Grpc.Core;
using Workshop.ServiceDefaults;

namespace Workshop.Evolution;

/// <summary>The statuses of calls that the directory refuses.</summary>
internal static class DirectoryErrors
{
    private static readonly ErrorDomain Errors = new("users.workshop.example");

    public static RpcException IdMissing(long id) => Errors.InvalidArgument(
        "ID_MISSING", "user.id", $"The id of the user is {id}. Give 1 or more.");

    public static RpcException UserTooLarge(int size, int maxBytes) => Errors.InvalidArgument(
        "USER_TOO_LARGE", "user", $"The user has {size} bytes. The limit is {maxBytes} bytes: send less.");

    public static RpcException UserNotFound(long id) => Errors.Error(
        StatusCode.NotFound, "USER_NOT_FOUND", $"There is no user with the id {id}.");

    public static RpcException DirectoryFull(int maxUsers) => Errors.Error(
        StatusCode.ResourceExhausted, "DIRECTORY_FULL", $"There are {maxUsers} users, and no more are stored.");
}
