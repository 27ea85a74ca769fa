using System.Security.Cryptography;
using System.Text;

namespace Workshop.Errors;

/// <summary>The key that page tokens are signed with.</summary>
/// <remarks>An empty secret is no secret, because everybody knows it: then the key is a random one.</remarks>
internal sealed class PageTokenKey(UsersOptions options)
{
    public byte[] Bytes { get; } = options.PageTokenKey.Length > 0
        ? SHA256.HashData(Encoding.UTF8.GetBytes(options.PageTokenKey))
        : RandomNumberGenerator.GetBytes(32);
}
