using Google.Rpc;
using Grpc.Core;

namespace Workshop.Checks;

/// <summary>The fields that a refusal names.</summary>
internal static class Violations
{
    /// <summary>Such as <c>InvalidArgument: user.email</c>.</summary>
    public static Task<string> OfAsync(Func<Task> call) => Statuses.OfAsync(call, refusal =>
    {
        var fields = refusal.Trailers.GetRpcStatus(ignoreParseError: true)?.GetDetail<BadRequest>()?.FieldViolations ?? [];
        return $"{refusal.StatusCode}: {string.Join(", ", fields.Select(violation => violation.Field))}";
    });
}
