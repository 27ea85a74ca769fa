using Grpc.Core;
using Workshop.ServiceDefaults;

namespace Workshop.Tail;

/// <summary>Who may read the log and who may write to it, by bearer token.</summary>
/// <remarks>A log may contain personal data. Without tokens, anybody who reaches the address may read it; by default that is
/// this machine only.</remarks>
internal sealed class AccessRules(TailOptions options)
{
    /// <exception cref="RpcException">UNAUTHENTICATED: no known token.</exception>
    public void CheckReader(ServerCallContext context)
    {
        if (options.ReadToken is not null && !BearerToken.Matches(context, options.ReadToken) && !BearerToken.Matches(context, options.WriteToken))
        {
            throw TailErrors.NotAuthenticated();
        }
    }

    /// <exception cref="RpcException">UNAUTHENTICATED: no known token. PERMISSION_DENIED: a token for reading only.</exception>
    public void CheckWriter(ServerCallContext context)
    {
        CheckReader(context);
        if (options.WriteToken is not null && !BearerToken.Matches(context, options.WriteToken))
        {
            throw options.ReadToken is null ? TailErrors.NotAuthenticated() : TailErrors.NotAllowed();
        }
    }
}
