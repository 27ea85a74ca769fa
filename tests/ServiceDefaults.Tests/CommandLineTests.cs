using System.CommandLine;
using Grpc.Core;
using Workshop.ServiceDefaults;

namespace Workshop.Tests;

/// <summary>What a command line means, and what is said of one that is not understood.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("")]
    [InlineData("--Shop:MaxBytes=5")]
    [InlineData("--shop:maxbytes 5")]
    [InlineData("--Shop:Count -5")]
    [InlineData("--Shop:Tokens:ada=geheim==")]
    [InlineData("--Shop:Tokens:ada geheim==")]
    [InlineData("--Shop:Tokens:ada=")]
    [InlineData("--Shop:Name=--help")]
    [InlineData("--Shop:Name @nobody")]
    [InlineData("--Serilog:MinimumLevel:Default Debug --urls x")]
    [InlineData("--Serilog:MinimumLevel:Default=Debug")]
    public async Task Serves_with_settings(string line) => Assert.Equal((0, "served"), await RunAsync(line));

    [Theory]
    [InlineData("--bogus=geheim", "There is no option --bogus. Did you mean --urls?")]
    [InlineData("--bogus geheim", "There is no option --bogus. Did you mean --urls?")]
    [InlineData("--Shop:MaxByte 5", "Did you mean --Shop:MaxBytes?")]
    [InlineData("--Shop:Token:ada=geheim", "There is no option --Shop:Token:ada. Did you mean --Shop:Tokens?")]
    [InlineData("--Shop:MaxBytes:x=5", "There is no option --Shop:MaxBytes:x.")]
    [InlineData("--Shop:MaxBytes", "--Shop:MaxBytes has no value. `dotnet run -- --help`")]
    [InlineData("--Serilog:MinimumLevel:Default --urls x", "--Serilog has no value.")]
    [InlineData("/Shop:MaxBytes 5", "There is no command '/Shop:MaxBytes'. An option begins with two hyphens.")]
    [InlineData("Shop:Tokens:ada=geheim", "There is no command 'Shop:Tokens:ada'. An option begins with two hyphens.")]
    [InlineData("sned x", "There is no command 'sned'. Did you mean send?")]
    [InlineData("send a b", "'b' is one word too many")]
    [InlineData("send a --toke=geheim", "There is no option --toke. Did you mean --token? `dotnet run -- send --help`")]
    [InlineData("--urls http://localhost:1 send a", "Options that stand before 'send' are the server's: begin with 'send'.")]
    [InlineData("send a --retries abc", "--retries is abc: give a whole number from 0 to 2147483647.")]
    [InlineData("send a --retries -1", "--retries is -1: give")]
    [InlineData("send a --retries 99999999999", "--retries is 99999999999: give")]
    [InlineData("send a --server nonsense", "'nonsense' is no server address")]
    [InlineData("send a --token=geheimé", "--token is empty, or has a character that a header cannot carry")]
    [InlineData("send a --token=", "Required argument missing for option: '--token'")]
    public async Task Refuses_what_it_does_not_understand(string line, string words)
    {
        var (exitCode, text) = await RunAsync(line);

        Assert.Equal(ExitCodes.Refused, exitCode);
        Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", text.Replace("'geheim'", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Single(text.Trim().Split('\n'));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("--urls x --help")]
    public async Task Help_lists_the_settings(string line)
    {
        var (exitCode, text) = await RunAsync(line);

        Assert.Equal(ExitCodes.Success, exitCode);
        Assert.Contains("--Shop:MaxBytes <VALUE>", text, StringComparison.Ordinal);
        Assert.Contains("How many bytes.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("--Serilog", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_may_begin_with_an_at_sign() => Assert.Equal((0, "sent @ada"), await RunAsync("send @ada"));

    [Theory]
    [InlineData("io", ExitCodes.Refused, "The disk is full.")]
    [InlineData("late", ExitCodes.Failed, "The server at http://localhost:50051/ did not end the call in time")]
    [InlineData("gone", ExitCodes.Unavailable, "The server at http://localhost:50051/ went away: It stops.")]
    [InlineData("wrong", ExitCodes.Refused, "The server refused: No.")]
    [InlineData("hostile", ExitCodes.Refused, @"The server refused: \u{001B}[2J\u{000A}\u{202E}.")]
    [InlineData("absent", ExitCodes.Unavailable, "No server answers at http://localhost:50051/. Start it with dotnet run, or name another one with --server.")]
    [InlineData("broken", ExitCodes.Unavailable, "The connection to the server at http://localhost:50051/ broke. Try again.")]
    public async Task A_failed_command_is_a_sentence_and_an_exit_code(string fault, int exitCode, string sentence) =>
        Assert.Equal((exitCode, sentence), await RunAsync($"send {fault}"));

    [Fact]
    public void A_token_is_not_part_of_what_a_log_shows() => Assert.DoesNotContain(
        "geheim", $"{new ClientOptions(new Uri("http://localhost"), "geheim")}", StringComparison.Ordinal);

    private static async Task<(int ExitCode, string Text)> RunAsync(string line)
    {
        var text = new Argument<string>("TEXT");
        var send = ClientCommand.Create("send", "Sends.", (parsed, _) => SendAsync(parsed, parsed.GetValue(text)!), text, ClientCommand.Retries());
        var output = new StringWriter();
        var commandLine = new ServiceCommandLine<ShopOptions>(
            "Sells.",
            "Shop",
            async (_, writer, _) =>
            {
                await writer.WriteAsync("served");
                return ExitCodes.Success;
            },
            send);

        var exitCode = await commandLine.RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries), output, output)
            .WaitAsync(ShopServer.Limit);
        return (exitCode, output.ToString().Trim());
    }

    private static Task SendAsync(ParseResult parsed, string text) => text switch
    {
        "io" => throw new IOException("The disk is full."),
        "late" => throw new RpcException(new Status(StatusCode.DeadlineExceeded, "")),
        "gone" => throw new RpcException(new Status(StatusCode.Unavailable, "It stops.")),
        "wrong" => throw new RpcException(new Status(StatusCode.InvalidArgument, "No.")),
        "hostile" => throw new RpcException(new Status(StatusCode.InvalidArgument, "\e[2J\n\u202e.")),
        "absent" => throw Unavailable(new HttpRequestException(HttpRequestError.ConnectionError)),
        "broken" => throw Unavailable(new IOException()),
        _ => parsed.InvocationConfiguration.Output.WriteAsync($"sent {text}"),
    };

    private static RpcException Unavailable(Exception cause) => new(new Status(StatusCode.Unavailable, "", cause));
}
