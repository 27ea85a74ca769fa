using Workshop.Users.V1;

namespace Workshop.Evolution;

/// <summary>How an old client changes the way in which a user wants to be told something.</summary>
internal static class ContactChange
{
    public static void ToSms(User user, string number)
    {
        // A new Contact: in the old one, a newer program may have set a member of the oneof that is unknown here.
        user.Contact = new Contact { Sms = number };
    }
}
