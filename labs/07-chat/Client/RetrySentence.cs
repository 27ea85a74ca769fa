using Grpc.Core;
using Workshop.ServiceDefaults;

namespace Workshop.Chat;

/// <summary>What the user reads when a session failed, and another one will follow.</summary>
internal static class RetrySentence
{
    public static string Of(RpcException failure) => failure.Status.DebugException is null
        ? $"--- The session ended and will continue: {VisibleText.Of(failure.Status.Detail)}"
        : "--- The connection broke. Trying again.";
}
