using Workshop.Users.V1;

namespace Workshop.Evolution;

/// <summary>How an old client changes the way in which a user wants to be told something.</summary>
internal static class ContactChange
{
    public static void ToSms(User user, string number)
    {
        // TODO 04.8: from now on the user is told by SMS, whatever was there before.
        throw new NotImplementedException("TODO 04.8 is not done yet. See labs/04-schema-evolution/README.md.");
    }
}
