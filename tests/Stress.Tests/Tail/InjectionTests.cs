using Workshop.Logs.V1;
using Workshop.Tail;

namespace Workshop.Tests;

/// <summary>Nothing that somebody logs reaches a console as it is.</summary>
public sealed class InjectionTests : IDisposable
{
    // Clears the screen, begins a line that looks like an entry, and turns the rest of it round.
    private const string Hostile = "tea\e[2J\r\n12:00:00.000 INF Shop forged \u202e\u009b31m\u2028\a";

    private readonly TextWriter _console = Console.Out;
    private readonly StringWriter _output = new();

    public InjectionTests() => Console.SetOut(_output);

    [Fact]
    public async Task Not_at_the_server_and_not_at_the_client()
    {
        var port = ServerProgram.FreePort();
        await using var server = await TailServer.StartAsync(port, "--Tail:ConsoleLevel", "Verbose");
        await server.Client.WriteLogAsync(
            new WriteLogRequest { Source = Hostile, Message = Hostile, Properties = { [Hostile] = Hostile } }, cancellationToken: CancellationToken.None);
        server.Logger.Error(new InvalidOperationException(Hostile), "Asked for {Text} by {Name}", Hostile, Hostile);
        using var output = new StringWriter();
        using var error = new StringWriter();

        var exitCode = await TailCommandLine.RunAsync(["tail", "--utc", "--server", $"http://127.0.0.1:{port}"], output, error);

        Assert.Equal(0, exitCode);
        AssertShown(_output.ToString());
        AssertShown(output.ToString());
        Assert.Empty(error.ToString());
    }

    [Fact]
    public async Task Not_in_what_the_server_refuses_either()
    {
        var port = ServerProgram.FreePort();
        await using var server = await TailServer.StartAsync(port);
        using var output = new StringWriter();
        using var error = new StringWriter();

        var exitCode = await TailCommandLine.RunAsync(
            ["tail", "--after", Hostile, "--server", $"http://127.0.0.1:{port}"], output, error);

        Assert.NotEqual(0, exitCode);
        AssertNothingObeyed(error.ToString());
    }

    public void Dispose()
    {
        Console.SetOut(_console);
        _output.Dispose();
    }

    private static void AssertShown(string console)
    {
        AssertNothingObeyed(console);
        Assert.Contains(@"\u{202E}", console, StringComparison.Ordinal);
        Assert.Contains(@"\u{001B}[2J", console, StringComparison.Ordinal);
        // A line of an entry that has several is indented: it cannot be taken for an entry.
        Assert.DoesNotContain(console.ReplaceLineEndings("\n").Split('\n'), line => line.StartsWith("12:00:00.000 INF Shop forged", StringComparison.Ordinal));
    }

    private static void AssertNothingObeyed(string console) => Assert.DoesNotContain(
        console, character => character is '\u202e' or '\u2028' || (char.IsControl(character) && character is not ('\r' or '\n')));
}
