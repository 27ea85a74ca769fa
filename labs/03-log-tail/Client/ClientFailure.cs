using Grpc.Core;

namespace Workshop.Tail;

/// <summary>What the client tells its user when a call fails.</summary>
/// <param name="ExitCode">One of <see cref="ExitCodes"/>.</param>
/// <param name="Sentence">What happened and what to do, on one line.</param>
internal sealed record ClientFailure(int ExitCode, string Sentence)
{
    /// <summary>Translates the status of a failed call.</summary>
    public static ClientFailure From(RpcException exception, ClientOptions options) => exception.StatusCode switch
    {
        // What never reached a server carries the exception of the connection.
        StatusCode.Unavailable when exception.Status.DebugException is not null => new ClientFailure(
            ExitCodes.Unavailable,
            $"No server answers at {options.Server}. Start it with dotnet run, or name another one with --server."),
        StatusCode.Unavailable => new ClientFailure(
            ExitCodes.Unavailable, $"The server at {options.Server} went away: {exception.Status.Detail}"),
        StatusCode.InvalidArgument or StatusCode.OutOfRange or StatusCode.PermissionDenied
            or StatusCode.Unauthenticated => new ClientFailure(
            ExitCodes.Refused, $"The server refused: {exception.Status.Detail}"),
        _ => new ClientFailure(
            ExitCodes.Failed, $"The call failed with {exception.StatusCode}: {exception.Status.Detail}"),
    };
}
