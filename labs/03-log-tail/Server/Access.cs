using System.Security.Cryptography;
using System.Text;
using Grpc.Core;

namespace Workshop.Tail;

/// <summary>Who may read the log and who may write to it, by bearer token.</summary>
/// <remarks>A log tells what a program does, and to whom. Without tokens only loopback keeps strangers out.</remarks>
internal sealed class Access(TailOptions options)
{
    private const string Scheme = "Bearer ";

    /// <exception cref="RpcException">UNAUTHENTICATED: no token that is known.</exception>
    public void CheckReader(ServerCallContext context)
    {
        if (options.ReadToken is not null && !Has(context, options.ReadToken) && !Has(context, options.WriteToken))
        {
            throw TailErrors.NotAuthenticated();
        }
    }

    /// <exception cref="RpcException">UNAUTHENTICATED: no token that is known. PERMISSION_DENIED: one for reading.</exception>
    public void CheckWriter(ServerCallContext context)
    {
        CheckReader(context);
        if (options.WriteToken is not null && !Has(context, options.WriteToken))
        {
            throw options.ReadToken is null ? TailErrors.NotAuthenticated() : TailErrors.NotAllowed();
        }
    }

    // In constant time: how long a comparison takes must not tell how much of a guess was right.
    private static bool Has(ServerCallContext context, string? token) =>
        token is not null
        && context.RequestHeaders.GetValue("authorization") is { } value
        && value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(value[Scheme.Length..])), SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
