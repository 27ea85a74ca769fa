using System.Security.Cryptography;
using System.Text;
using Grpc.Core;

namespace Workshop.Upload;

/// <summary>Who is calling.</summary>
internal sealed class Principals(UploadOptions options)
{
    private const string Scheme = "Bearer ";

    private readonly (byte[] Token, string Name)[] _known =
        [.. options.Tokens.Select(token => (Encoding.UTF8.GetBytes(token.Value), token.Key))];

    /// <summary>The name that belongs to the call's token; empty where the server wants none.</summary>
    /// <exception cref="RpcException">UNAUTHENTICATED: the server wants a token, and the call has none that it knows.</exception>
    public string Of(ServerCallContext context)
    {
        if (_known.Length == 0)
        {
            return "";
        }

        var header = context.RequestHeaders.GetValue("authorization") ?? "";
        var token = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8.GetBytes(header[Scheme.Length..]) : [];
        foreach (var (known, name) in _known)
        {
            // In a time that does not depend on how much of it is right.
            if (CryptographicOperations.FixedTimeEquals(known, token))
            {
                return name;
            }
        }

        throw StoreErrors.NotAuthenticated();
    }
}
