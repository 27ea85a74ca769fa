using Grpc.Core;

namespace Workshop.Errors;

/// <summary>What nobody expected: a defect of the server.</summary>
internal static class Unexpected
{
    /// <summary>INTERNAL, UNEXPECTED, with an id that finds the exception in the log. Nothing else of it leaves the server.</summary>
    public static RpcException Of(Exception exception, string method, ILogger logger)
    {
        // TODO 06.6: log the exception with a new id, and give the caller the id alone.
        return new RpcException(new Status(
            StatusCode.Unimplemented, "TODO 06.6 is not done yet. See labs/06-errors/README.md."));
    }
}
