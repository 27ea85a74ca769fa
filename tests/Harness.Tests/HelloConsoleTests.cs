using Microsoft.Extensions.DependencyInjection;
using Workshop.Hello;

namespace Workshop.Tests;

/// <summary>What the server of lab 01 prints of texts that a client chose. A check of the lab does not see its console.</summary>
public sealed class HelloConsoleTests : IDisposable
{
    private const string Forged = "\e[2J\r\n[12:00:00 INF] forged\u202e";

    private readonly TextWriter _console = Console.Out;
    private readonly StringWriter _output = new();

    public HelloConsoleTests() => Console.SetOut(_output);

    [Fact]
    public async Task A_text_of_a_client_is_one_line_of_the_log_without_anything_that_a_console_obeys()
    {
        // As gRPC logs the detail of a status, in which a student may repeat the name.
        await LogAsync(logger => logger.Information("Error status code '{StatusCode}' with detail '{Detail}' raised.", "InvalidArgument", Forged));

        var line = Assert.Single(Lines(), line => line.Contains("raised", StringComparison.Ordinal));
        Assert.EndsWith(@"with detail '\u{001B}[2J\u{000D}\u{000A}[12:00:00 INF] forged\u{202E}' raised.", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_of_a_client_in_an_exception_is_no_line_of_the_log()
    {
        await LogAsync(logger => logger.Error(new ArgumentException(Forged), "Error when executing service method"));

        Assert.DoesNotContain(_output.ToString(), character => char.IsControl(character) && character is not ('\r' or '\n'));
        Assert.Single(Lines(), line => line.StartsWith("    [12:00:00 INF] forged", StringComparison.Ordinal));
        Assert.DoesNotContain(Lines(), line => line.StartsWith("[12:00:00 INF]", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        Console.SetOut(_console);
        _output.Dispose();
    }

    private string[] Lines() => _output.ToString().ReplaceLineEndings("\n").Split('\n');

    private static async Task LogAsync(Action<Serilog.ILogger> log)
    {
        await using var app = HelloApp.Create(["--urls", "http://127.0.0.1:0"]);
        log(app.Services.GetRequiredService<Serilog.ILogger>());
    }
}
