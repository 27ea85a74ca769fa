using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Grpc.Core;
using Workshop.ServiceDefaults;

namespace Workshop.Chat;

/// <summary>Tokens say who calls: a member's name and a time, signed with the server's key (HMAC-SHA256, RFC 2104).</summary>
/// <remarks>A small form of a signed token, for this lab. Whoever holds one is that member until the time is over; it cannot be called
/// back.</remarks>
public sealed class MemberTokens(byte[] key, TimeProvider time)
{
    /// <summary>How long a token is good: 12 hours.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    // A name, a number and a digest in base64url have far less.
    private const int LongestToken = 256;

    /// <summary>Makes a token for a member.</summary>
    /// <exception cref="ArgumentException">The name breaks <see cref="Names"/>.</exception>
    public string Make(string name)
    {
        if (!Names.IsValid(name))
        {
            throw new ArgumentException($"'{name}' is no name: {Names.Rule}.", nameof(name));
        }

        var signed = $"{name}.{(time.GetUtcNow() + Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}";
        return $"{signed}.{Sign(signed)}";
    }

    /// <summary>Whose token a call has.</summary>
    /// <exception cref="RpcException">UNAUTHENTICATED: it has none, or one that is not signed with this key, or too old.</exception>
    public string NameOf(ServerCallContext context)
    {
        var token = BearerToken.Of(context);
        if (token.Length == 0)
        {
            throw ChatErrors.TokenMissing();
        }

        // The signature first: nothing else of a token means anything before it.
        if (token.Length > LongestToken || token.Split('.') is not [var name, var expiry, var signature]
            || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(Sign($"{name}.{expiry}"))))
        {
            throw ChatErrors.TokenInvalid();
        }

        return time.GetUtcNow().ToUnixTimeSeconds() < long.Parse(expiry, CultureInfo.InvariantCulture)
            ? name
            : throw ChatErrors.TokenExpired();
    }

    private string Sign(string text) => Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
}
