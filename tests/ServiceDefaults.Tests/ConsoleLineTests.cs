using Microsoft.Extensions.DependencyInjection;

namespace Workshop.Tests;

public sealed class ConsoleLineTests : IDisposable
{
    private const string Forged = "\e[2J\r\n[12:00:00 INF] forged\u202e";

    private readonly TextWriter _console = Console.Out;
    private readonly StringWriter _output = new();

    public ConsoleLineTests() => Console.SetOut(_output);

    [Fact]
    public async Task What_a_client_chose_is_one_line_of_the_console_without_anything_that_a_console_obeys()
    {
        await LogAsync(logger => logger.Information("Asked for {Text}", Forged));

        var line = Assert.Single(Lines(), line => line.Contains("Asked for", StringComparison.Ordinal));
        Assert.EndsWith(@"INF] Asked for \u{001B}[2J\u{000D}\u{000A}[12:00:00 INF] forged\u{202E}", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_line_of_an_exception_looks_like_an_event_of_its_own()
    {
        await LogAsync(logger => logger.Error(new InvalidOperationException(Forged), "Failed"));

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
        await using var server = await ShopServer.StartAsync((request, _) => Task.FromResult(request));
        log(server.App.Services.GetRequiredService<Serilog.ILogger>());
    }
}
