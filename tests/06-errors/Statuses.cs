using Google.Protobuf;
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

    /// <summary>Which of these texts a refusal repeats, in its sentence or its details, in capital or small letters: such as
    /// <c>InvalidArgument: none</c>.</summary>
    public static Task<string> RepeatedAsync(Func<Task> call, params string[] texts) => OfAsync(call, refusal =>
    {
        // The texts of a message stand in its bytes as they are.
        var details = refusal.Trailers.GetRpcStatus(ignoreParseError: true)?.ToByteString().ToStringUtf8();
        var repeated = texts.Where(text => $"{refusal.Status.Detail}\n{details}".Contains(text, StringComparison.OrdinalIgnoreCase)).ToList();
        return $"{refusal.StatusCode}: {(repeated.Count == 0 ? "none" : string.Join(", ", repeated))}";
    });

    /// <summary>The ErrorInfo of a refusal; an empty one if it has none.</summary>
    public static ErrorInfo InfoOf(RpcException refusal) =>
        refusal.Trailers.GetRpcStatus(ignoreParseError: true)?.GetDetail<ErrorInfo>() ?? new ErrorInfo();
}
