using Google.Rpc;
using Grpc.Core;

namespace Workshop.Checks;

/// <summary>What calls end with.</summary>
internal static class Statuses
{
    /// <summary>The status and the reason of a call, such as <c>Aborted ETAG_MISMATCH</c>.</summary>
    public static Task<string> OfAsync(Func<Task> call) =>
        OfAsync(call, refusal => $"{refusal.StatusCode} {InfoOf(refusal).Reason}".TrimEnd());

    /// <summary><c>OK</c>, or what a refusal says.</summary>
    public static async Task<string> OfAsync(Func<Task> call, Func<RpcException, string> read)
    {
        try
        {
            await call();
            return "OK";
        }
        catch (RpcException refusal)
        {
            return read(refusal);
        }
    }

    /// <summary>The ErrorInfo of a refusal; an empty one if it has none.</summary>
    public static ErrorInfo InfoOf(RpcException refusal) =>
        refusal.Trailers.GetRpcStatus(ignoreParseError: true)?.GetDetail<ErrorInfo>() ?? new ErrorInfo();
}
