using Workshop.ServiceDefaults;

namespace Workshop.Tail;

/// <summary>The program's command line: without a command it serves, with one it calls the server.</summary>
public static class TailCommandLine
{
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static Task<int> RunAsync(string[] args, TextWriter output, TextWriter error) =>
        new ServiceCommandLine<TailOptions>(
            "Shows its own log to whoever follows it. Without a command it serves; the commands call the server.",
            TailOptions.Section,
            TailApp.ServeAsync,
            TailCommand.Create(),
            WriteCommand.Create()).RunAsync(args, output, error);
}
