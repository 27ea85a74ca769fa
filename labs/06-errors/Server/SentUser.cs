using Google.Protobuf;
using Workshop.Users.V3;

namespace Workshop.Errors;

/// <summary>The part of a request's user that a client decides about.</summary>
internal static class SentUser
{
    private static readonly MessageParser<User> Known = User.Parser.WithDiscardUnknownFields(true);

    /// <summary>Without what the server decides (id, created_at, etag), and without fields that this version does not know. Nobody could
    /// check those, no mask names them, and in memory they may take many times their bytes.</summary>
    public static User Of(User? sent)
    {
        var user = Known.ParseFrom((sent ?? new User()).ToByteString());
        ClearWhatTheServerDecides(user);
        return user;
    }

    /// <summary>What the server adds must not make a user too large.</summary>
    public static void ClearWhatTheServerDecides(User user) => (user.Id, user.CreatedAt, user.Etag) = (0, null, "");
}
