using Workshop.Users.V1;

namespace Workshop.Evolution;

/// <summary>What the proxy changes in a user before it forwards it. It was built with version 1 as it is out there.</summary>
internal static class Forwarding
{
    /// <returns>The user with its email in small letters, and with everything else as it was.</returns>
    public static User WithPlainEmail(User received)
    {
        received.Email = received.Email.ToLowerInvariant();
        return received;
    }
}
