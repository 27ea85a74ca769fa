using Grpc.Core;
using Workshop.ServiceDefaults;

namespace Workshop.Upload;

/// <summary>Finds out who is calling, by bearer token.</summary>
internal sealed class TokenOwners(UploadOptions options)
{
    /// <summary>The name that belongs to the call's token; empty when the server has no tokens.</summary>
    /// <exception cref="RpcException">UNAUTHENTICATED: the server has tokens, and the call has none of them.</exception>
    public string OwnerOf(ServerCallContext context)
    {
        if (options.Tokens.Count == 0)
        {
            return "";
        }

        foreach (var (name, token) in options.Tokens)
        {
            if (BearerToken.Matches(context, token))
            {
                return name;
            }
        }

        throw StoreErrors.NotAuthenticated();
    }
}
