using Grpc.Core;
using Workshop.Chat;

namespace Workshop.Tests;

/// <summary>The key of a server's tokens, in a file of its own.</summary>
internal sealed class ChatKey : IDisposable
{
    private readonly MemberTokens _tokens;

    public ChatKey() => _tokens = new MemberTokens(TokenKey.Open(File), TimeProvider.System);

    public string File { get; } = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.key");

    /// <summary>The metadata of a call of this member.</summary>
    public Metadata HeadersOf(string name) => Headers(_tokens.Make(name));

    /// <summary>The metadata of a call with this token.</summary>
    public static Metadata Headers(string token) => new() { { "authorization", $"Bearer {token}" } };

    public void Dispose() => System.IO.File.Delete(File);
}
