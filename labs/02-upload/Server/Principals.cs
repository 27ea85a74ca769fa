using Grpc.Core;
using Workshop.ServiceDefaults;

namespace Workshop.Upload;

/// <summary>Who is calling.</summary>
internal sealed class Principals(UploadOptions options)
{
    /// <summary>The name that belongs to the call's token; empty where the server wants none.</summary>
    /// <exception cref="RpcException">UNAUTHENTICATED: the server wants a token, and the call has none that it knows.</exception>
    public string Of(ServerCallContext context)
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
