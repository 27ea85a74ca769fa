using Grpc.Core;

namespace Workshop.Hello;

/// <summary>The command <c>greet</c>: reads its arguments, calls the server, and ends with an exit code.</summary>
public static class GreetCommand
{
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        GreetOptions options;
        try
        {
            options = GreetOptions.Parse(args);
        }
        catch (FormatException exception)
        {
            await error.WriteLineAsync($"{exception.Message} {GreetOptions.Usage}");
            return ExitCodes.Refused;
        }

        try
        {
            // Messages and errors come from another machine: nothing in them may control the user's console.
            await using var greetings = new VisibleWriter(output);
            await GreetClient.GreetAsync(options, greetings);
            return ExitCodes.Success;
        }
        catch (RpcException exception)
        {
            var failure = GreetFailure.From(exception, options);
            await error.WriteLineAsync(VisibleText.Of(failure.Sentence));
            return failure.ExitCode;
        }
    }
}
