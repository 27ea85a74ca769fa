using System.Security.Cryptography;
using System.Text;
using Grpc.Core;

namespace Workshop.ServiceDefaults;

/// <summary>The secret that a call sends: the request header <c>authorization: Bearer TOKEN</c> (RFC 6750, section 2.1).
/// </summary>
public static class BearerToken
{
    private const string Scheme = "Bearer ";

    /// <summary>The token of a call; empty when it has none.</summary>
    /// <param name="context">The call.</param>
    /// <remarks>Spaces around the token do not belong to it (RFC 9110, sections 5.5 and 11.4). A header that comes twice reaches gRPC
    /// as one text, joined by a comma.</remarks>
    public static string Of(ServerCallContext context) =>
        context.RequestHeaders.GetValue("authorization") is { } value && value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? value[Scheme.Length..].Trim(' ')
            : "";

    /// <summary>Whether a call has a certain token.</summary>
    /// <param name="context">The call.</param>
    /// <param name="known">The token that the server knows. Null and empty are no tokens: no call brings them.</param>
    /// <remarks>The time that it takes does not depend on how much of a guess is right: digests of equal length are compared.</remarks>
    public static bool Matches(ServerCallContext context, string? known) =>
        !string.IsNullOrEmpty(known) && CryptographicOperations.FixedTimeEquals(Digest(Of(context)), Digest(known));

    private static byte[] Digest(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
