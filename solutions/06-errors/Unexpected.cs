using Grpc.Core;

namespace Workshop.Errors;

/// <summary>What nobody expected: a defect of the server.</summary>
internal static class Unexpected
{
    /// <summary>INTERNAL, UNEXPECTED, with an id that finds the exception in the log. Nothing else of it leaves the server.</summary>
    public static RpcException Of(Exception exception, string method, ILogger logger)
    {
        var incidentId = $"{Guid.NewGuid()}";
        UsersLog.Unexpected(logger, exception, method, incidentId);
        return UserErrors.Domain.Error(
            StatusCode.Internal,
            "UNEXPECTED",
            $"The server failed. Those who run it find the reason by the incident {incidentId}.",
            new Dictionary<string, string> { ["incident_id"] = incidentId });
    }
}
