using Workshop.ServiceDefaults;

namespace Workshop.Chat;

/// <summary>The program's command line: without a command it is the server, with one it calls the server.</summary>
public static class ChatCommandLine
{
    /// <param name="args">The program's arguments.</param>
    /// <param name="output">Where results go.</param>
    /// <param name="error">Where problems go.</param>
    /// <param name="input">Where lines come from when there is no terminal; null: standard input.</param>
    /// <param name="terminal">The terminal on which a user types; null: the console, if it is one.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static Task<int> RunAsync(
        string[] args, TextWriter output, TextWriter error, TextReader? input = null, ITerminal? terminal = null) =>
        new ServiceCommandLine<ChatOptions>(
            "Rooms in which members talk. Without a command it starts the server; the commands call the server.",
            ChatOptions.Section,
            ChatApp.ServeAsync,
            ChatCommand.Create(input, terminal),
            ListenCommand.Create(),
            SendCommand.Create(input),
            TokenCommand.Create()).RunAsync(args, output, error);
}
