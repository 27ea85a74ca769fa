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
            _ => $"unknown ({(int)role})",
        };
    }
}
