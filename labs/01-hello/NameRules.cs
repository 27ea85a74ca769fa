using Grpc.Core;

namespace Workshop.Hello;

/// <summary>Which names are accepted.</summary>
internal static class NameRules
{
    /// <summary>Longest accepted name, in characters. A character is a Unicode code point, as the contract says.</summary>
    public const int MaxCharacters = 80;

    /// <summary>Says what is wrong with a name and what is allowed; null when the name is accepted.</summary>
    public static string? Problem(string name)
    {
        // TODO 01.2: find the problem of an empty name and of one over MaxCharacters, and let HelloService refuse both.
        throw new RpcException(new Status(
            StatusCode.Unimplemented, "TODO 01.2 is not done yet. See labs/01-hello/README.md."));
    }
}
