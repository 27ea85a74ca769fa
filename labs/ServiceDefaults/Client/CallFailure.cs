using Grpc.Core;

namespace Workshop.ServiceDefaults;

/// <summary>What a client says to its user when a call fails.</summary>
/// <param name="ExitCode">One of <see cref="ExitCodes"/>.</param>
/// <param name="Sentence">What happened and what to do, on one line.</param>
internal sealed record CallFailure(int ExitCode, string Sentence)
{
    /// <summary>Translates the status of a failed call.</summary>
    public static CallFailure From(RpcException exception, Uri server) => exception.StatusCode switch
    {
        StatusCode.Unavailable when exception.Status.DebugException is HttpRequestException { HttpRequestError: var error }
            && error is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError =>
            new CallFailure(
                ExitCodes.Unavailable,
                $"No server answers at {server}. Start it with dotnet run, or name another one with --server."),
        // A status that the server sent has no exception.
        StatusCode.Unavailable when exception.Status.DebugException is not null => new CallFailure(
            ExitCodes.Unavailable, $"The connection to the server at {server} broke. Try again."),
        StatusCode.Unavailable => new CallFailure(
            ExitCodes.Unavailable, $"The server at {server} went away: {exception.Status.Detail}"),
        StatusCode.DeadlineExceeded => new CallFailure(
            ExitCodes.Failed, $"The server at {server} did not end the call in time: {exception.Status.Detail}".TrimEnd(':', ' ')),
        StatusCode.InvalidArgument or StatusCode.OutOfRange or StatusCode.FailedPrecondition or StatusCode.NotFound
            or StatusCode.AlreadyExists or StatusCode.Unauthenticated or StatusCode.PermissionDenied => new CallFailure(
            ExitCodes.Refused, $"The server refused: {exception.Status.Detail}"),
        _ => new CallFailure(
            ExitCodes.Failed, $"The call failed with {exception.StatusCode}: {exception.Status.Detail}"),
    };
}
