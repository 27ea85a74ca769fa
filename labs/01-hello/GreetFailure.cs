using Grpc.Core;

namespace Workshop.Hello;

/// <summary>What the client says to its user when a call fails.</summary>
/// <param name="ExitCode">One of <see cref="ExitCodes"/>.</param>
/// <param name="Sentence">What happened and what to do, on one line.</param>
internal sealed record GreetFailure(int ExitCode, string Sentence)
{
    /// <summary>Translates the status of a failed call.</summary>
    public static GreetFailure From(RpcException exception, GreetOptions options)
    {
        // TODO 01.4: give each of these its own sentence and exit code: no server, deadline exceeded, argument refused.
        return new GreetFailure(
            ExitCodes.Failed,
            $"{exception.Status.Detail} (TODO 01.4 is not done yet. See labs/01-hello/README.md.)");
    }
}
