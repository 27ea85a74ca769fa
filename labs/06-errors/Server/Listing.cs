using Google.Rpc;
using Workshop.Users.V3;

namespace Workshop.Errors;

/// <summary>What a listing was asked for.</summary>
internal static class Listing
{
    private const int DefaultSize = 100;
    private const int LargestSize = 1000;
    private const int LongestPrefix = 32;

    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: a field is outside its limits.</exception>
    public static (UserFilter Filter, int Size) Read(ListUsersRequest request)
    {
        var violations = new List<BadRequest.Types.FieldViolation>();
        if (request.PageSize < 0)
        {
            violations.Add(Violation("page_size", $"page_size is {request.PageSize}: give 0 to {LargestSize}."));
        }

        if (request.UsernamePrefix.Length > LongestPrefix)
        {
            violations.Add(Violation("username_prefix", $"username_prefix has {request.UsernamePrefix.Length} characters: give {LongestPrefix} at most."));
        }

        return violations.Count == 0
            ? (new UserFilter(request.Role, request.UsernamePrefix), request.PageSize is 0 ? DefaultSize : Math.Min(request.PageSize, LargestSize))
            : throw UserErrors.ListInvalid(violations);
    }

    private static BadRequest.Types.FieldViolation Violation(string field, string description) => new() { Field = field, Description = description };
}
