using Workshop.ServiceDefaults;

namespace Workshop.Tail;

/// <summary>The program's command line: without a command it is the server, with one it calls the server.</summary>
public static class TailCommandLine
{
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static Task<int> RunAsync(string[] args, TextWriter output, TextWriter error) =>
        new ServiceCommandLine<TailOptions>(
            "Streams its own log. Without a command it starts the server; the commands call the server.",
            TailOptions.Section,
            TailApp.ServeAsync,
            TailCommand.Create(),
            WriteCommand.Create()).RunAsync(args, output, error);
}
