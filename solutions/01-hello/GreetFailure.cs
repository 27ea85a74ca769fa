using Grpc.Core;

namespace Workshop.Hello;

/// <summary>What the client says to its user when a call fails.</summary>
/// <param name="ExitCode">One of <see cref="ExitCodes"/>.</param>
/// <param name="Sentence">What happened and what to do, on one line.</param>
internal sealed record GreetFailure(int ExitCode, string Sentence)
{
    /// <summary>Translates the status of a failed call.</summary>
    public static GreetFailure From(RpcException exception, GreetOptions options) => exception.StatusCode switch
    {
        StatusCode.Unavailable => new GreetFailure(
            ExitCodes.Unavailable,
            $"No server answers at {options.Server}. Start it with dotnet run, or name another one with --server."),
        StatusCode.DeadlineExceeded => new GreetFailure(
            ExitCodes.DeadlineExceeded,
            $"The server did not answer within {options.Deadline.TotalMilliseconds:0} ms. "
            + "Try again, or allow more time with --deadline-ms."),
        StatusCode.InvalidArgument => new GreetFailure(
            ExitCodes.Refused,
            $"The server refused the request: {exception.Status.Detail}".TrimEnd(':', ' ')),
        _ => new GreetFailure(
            ExitCodes.Failed,
            $"The call failed with {exception.StatusCode}: {exception.Status.Detail}".TrimEnd(':', ' ')),
    };
}
