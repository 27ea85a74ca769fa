using Grpc.Core;

namespace Workshop.Tail;

/// <summary>What the client's commands have in common: a failure is a sentence and an exit code, never a stack trace.
/// </summary>
internal static class ClientCommand
{
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync<TOptions>(
        Func<TOptions> parse, Func<TOptions, Task> command, string usage, TextWriter error)
        where TOptions : ClientOptions
    {
        TOptions options;
        try
        {
            options = parse();
        }
        catch (FormatException exception)
        {
            await error.WriteLineAsync($"{exception.Message} Usage: {usage}");
            return ExitCodes.Refused;
        }

        try
        {
            await command(options);
            return ExitCodes.Success;
        }
        catch (RpcException exception)
        {
            var failure = ClientFailure.From(exception, options);
            await error.WriteLineAsync(failure.Sentence);
            return failure.ExitCode;
        }
    }
}
