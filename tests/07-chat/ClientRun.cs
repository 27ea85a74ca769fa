using Workshop.Chat;
using Workshop.Harness;

namespace Workshop.Checks;

/// <summary>The lab's client in a room of a scripted server, run as a user runs it.</summary>
internal static class ClientRun
{
    /// <summary>Runs it with lines that a program writes to it.</summary>
    public static Task WithLinesAsync(LabCheck check, string address, TextReader input, Func<TextWriter, TextWriter>? over = null) => check.RunAsync(
        (rest, output, error) => ChatCommandLine.RunAsync(["chat", .. rest], over?.Invoke(output) ?? output, error, input),
        "chat",
        ["tea", "--token", "t", "--retries", "2", "--server", address]);

    /// <summary>Starts it on a terminal. Without retries, it ends with its session.</summary>
    public static Task<int> OnTerminalAsync(string address, FakeTerminal terminal, int retries = 0) => ChatCommandLine.RunAsync(
        ["chat", "tea", "--token", "t", "--retries", $"{retries}", "--server", address], TextWriter.Null, TextWriter.Null, terminal: terminal);
}
