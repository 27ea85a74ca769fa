using Grpc.Core;
using Workshop.ServiceDefaults;

namespace Workshop.Tail;

/// <summary>Who may read the log and who may write to it, by bearer token.</summary>
/// <remarks>A log tells what a program does, and to whom. Without tokens only loopback keeps strangers out.</remarks>
internal sealed class AccessRules(TailOptions options)
{
    /// <exception cref="RpcException">UNAUTHENTICATED: no token that is known.</exception>
    public void CheckReader(ServerCallContext context)
    {
        if (options.ReadToken is not null && !BearerToken.Matches(context, options.ReadToken) && !BearerToken.Matches(context, options.WriteToken))
        {
            throw TailErrors.NotAuthenticated();
        }
    }

    /// <exception cref="RpcException">UNAUTHENTICATED: no token that is known. PERMISSION_DENIED: one for reading.</exception>
    public void CheckWriter(ServerCallContext context)
    {
        CheckReader(context);
        if (options.WriteToken is not null && !BearerToken.Matches(context, options.WriteToken))
        {
            throw options.ReadToken is null ? TailErrors.NotAuthenticated() : TailErrors.NotAllowed();
        }
    }
}
