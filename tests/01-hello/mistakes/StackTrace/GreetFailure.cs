using Grpc.Core;

namespace Workshop.Hello;

/// <summary>What the client tells its user when a call fails.</summary>
/// <param name="ExitCode">One of <see cref="ExitCodes"/>.</param>
/// <param name="Sentence">What happened and what to do, on one line.</param>
internal sealed record GreetFailure(int ExitCode, string Sentence)
{
    /// <summary>Translates the status of a failed call.</summary>
    public static GreetFailure From(RpcException exception, GreetOptions options) =>
        new(ExitCodes.Failed, exception.ToString());
}
