using System.CommandLine;
using Grpc.Net.Client;
using Workshop.Chat.V1;
using Workshop.ServiceDefaults;

namespace Workshop.Chat;

/// <summary>Commands of a member: they say who calls, by a token.</summary>
internal static class MemberCommand
{
    // A cable that is pulled out sends no sign. After both of these, the connection has broken.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PingAnswer = TimeSpan.FromSeconds(5);

    /// <summary>Makes a command that has the options <c>--name</c> and <c>--key-file</c>, besides those of all commands.</summary>
    public static Command Create(
        string name, string description, Func<ParseResult, ChatService.ChatServiceClient, ClientOptions, Task> call, params IEnumerable<Symbol> symbols)
    {
        var member = new Option<string?>("--name") { Description = "Who you are, on the server's machine. Elsewhere, give --token.", HelpName = "NAME" };
        member.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var given }] && !Names.IsValid(given))
            {
                result.AddError($"--name is no name: {Names.Rule}.");
            }
        });
        var keyFile = KeyFile();
        var retries = ClientCommand.Retries();
        return ClientCommand.Create(
            name,
            description,
            async (parsed, options) =>
            {
                options = options with { Token = TokenOf(options.Token, parsed.GetValue(member), parsed.GetValue(keyFile)!), Retries = parsed.GetValue(retries) };
                using var channel = GrpcChannel.ForAddress(options.Server, new GrpcChannelOptions
                {
                    HttpHandler = new SocketsHttpHandler { KeepAlivePingDelay = Silence, KeepAlivePingTimeout = PingAnswer },
                });
                await call(parsed, new ChatService.ChatServiceClient(channel), options);
            },
            [.. symbols, member, keyFile, retries]);
    }

    /// <summary>The argument <c>ROOM</c>.</summary>
    public static Argument<string> Room() => new("ROOM") { Description = "The room: letters and digits of ASCII, '-' and '_'." };

    /// <summary>The option <c>--key-file</c>.</summary>
    public static Option<string> KeyFile() => new("--key-file")
    {
        Description = "The server's key, which makes a token of a name. Default: the file that the server uses by default",
        HelpName = "FILE",
        DefaultValueFactory = _ => TokenKey.DefaultFile,
    };

    /// <summary>Makes a token.</summary>
    /// <exception cref="CommandException">The key cannot be read.</exception>
    public static string MakeToken(string name, string keyFile)
    {
        try
        {
            return new MemberTokens(TokenKey.Open(keyFile), TimeProvider.System).Make(name);
        }
        catch (StartException problem)
        {
            throw new CommandException($"No token was made: {problem.Message}");
        }
    }

    private static string TokenOf(string? token, string? name, string keyFile) => (token, name) switch
    {
        (null, null) => throw new CommandException("Say who you are: --name NAME on the server's machine, else --token TOKEN."),
        (not null, not null) => throw new CommandException("A token has a name in it: give --token or --name."),
        (not null, null) => token,
        _ => MakeToken(name!, keyFile),
    };
}
