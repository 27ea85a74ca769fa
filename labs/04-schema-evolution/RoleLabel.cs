using Workshop.Users.V1;

namespace Workshop.Evolution;

/// <summary>What an old client says of a role. It was built with version 1 as it is out there.</summary>
internal static class RoleLabel
{
    public static string Of(Role role)
    {
        return role switch
        {
            Role.Unspecified => "none",
            Role.User => "user",
            Role.Admin => "administrator",

            // TODO 04.4: a newer program may send a value that this one does not know. Say: unknown (3).
            _ => throw new NotImplementedException(
                "TODO 04.4 is not done yet. See labs/04-schema-evolution/README.md."),
        };
    }
}
