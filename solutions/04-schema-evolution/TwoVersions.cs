using Google.Protobuf;
using Workshop.Evolution.Addresses;
using V1 = Workshop.Users.V1;
using V2 = Workshop.Users.V2;

namespace Workshop.Evolution;

/// <summary>One directory for clients of two versions: it stores users of version 2.</summary>
/// <remarks>Fields that both versions have, have the same numbers and types. Only the address differs: 9 in version 1, 13 in
/// version 2.</remarks>
internal static class TwoVersions
{
    /// <summary>A stored user, for a client of version 1.</summary>
    public static V1.User ToVersion1(V2.User stored)
    {
        // What version 1 does not know goes along as unknown fields, and comes back with the user.
        var others = stored.Clone();
        others.Address = null;
        var user = V1.User.Parser.ParseFrom(others.ToByteArray());
        user.Address = AddressLine.Of(stored.Address);
        return user;
    }

    /// <summary>A user to store, from a client of version 1.</summary>
    /// <param name="received">What the client sent.</param>
    /// <param name="stored">The user as it is stored; null when there is none.</param>
    public static V2.User ToVersion2(V1.User received, V2.User? stored)
    {
        var others = received.Clone();
        others.Address = "";
        var user = V2.User.Parser.ParseFrom(others.ToByteArray());
        // A line says less than the parts: they change only when the line did.
        user.Address = received.Address == AddressLine.Of(stored?.Address) ? stored?.Address : AddressLine.Parse(received.Address);
        return user;
    }
}
