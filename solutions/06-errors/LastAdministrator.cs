using System.Globalization;
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
        if (users.HasAdministratorBeside(administrator.Id))
        {
            return;
        }

        const string Sentence = "This is the last active administrator. Make another user an administrator first.";
        throw UserErrors.Domain.Error(StatusCode.FailedPrecondition, "LAST_ADMINISTRATOR", Sentence, details: new PreconditionFailure
        {
            Violations =
            {
                new PreconditionFailure.Types.Violation
                {
                    Type = "LAST_ADMINISTRATOR",
                    Subject = string.Create(CultureInfo.InvariantCulture, $"users/{administrator.Id}"),
                    Description = Sentence,
                },
            },
        });
    }
}
