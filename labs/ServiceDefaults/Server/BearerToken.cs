using System.Security.Cryptography;
using System.Text;
using Grpc.Core;

namespace Workshop.ServiceDefaults;

/// <summary>The secret that a call sends: the request header <c>authorization: Bearer TOKEN</c> (RFC 6750, section 2.1).
/// </summary>
public static class BearerToken
{
    private const string Scheme = "Bearer ";

    /// <summary>Whether a call has a certain token.</summary>
    /// <param name="context">The call.</param>
    /// <param name="known">The token that the server knows. Null and empty are not tokens: the result is false.</param>
    /// <remarks>The time that it takes depends neither on how much of a guess is right nor on the length of the known token:
    /// digests of equal length are compared.</remarks>
    public static bool Matches(ServerCallContext context, string? known) =>
        !string.IsNullOrEmpty(known)
        && context.RequestHeaders.GetValue("authorization") is { } value
        && value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(Digest(value[Scheme.Length..]), Digest(known));

    private static byte[] Digest(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
