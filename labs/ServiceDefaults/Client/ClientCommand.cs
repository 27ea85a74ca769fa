using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Grpc.Core;

namespace Workshop.ServiceDefaults;

/// <summary>Commands that call the server. A failure is a sentence and an exit code, never a stack trace.</summary>
public static class ClientCommand
{
    /// <summary>Makes a command that has the options <c>--server</c> and <c>--token</c>, and <c>--retries</c> if it is given
    /// one.</summary>
    /// <param name="name">What to type.</param>
    /// <param name="description">What it does, in a sentence.</param>
    /// <param name="call">Calls the server.</param>
    /// <param name="symbols">The command's own arguments and options, in the order in which help shows them.</param>
    public static Command Create(
        string name, string description, Func<ParseResult, ClientOptions, Task> call, params IEnumerable<Symbol> symbols)
    {
        var server = new Option<Uri>("--server")
        {
            Description = $"Where the server listens. Default: {ServiceStart.DefaultAddress}",
            HelpName = "URL",
            CustomParser = ParseServer,
        };
        var token = new Option<string?>("--token") { Description = "Who is calling, where the server asks.", HelpName = "TOKEN" };
        token.Validators.Add(RequireHeaderText);
        var command = new Command(name, description);
        foreach (var symbol in symbols)
        {
            switch (symbol)
            {
                case Argument argument: command.Add(argument); break;
                case Option option: command.Add(option); break;
            }
        }

        command.Add(server);
        command.Add(token);
        command.SetAction(parsed => RunAsync(
            parsed,
            new ClientOptions(parsed.GetValue(server) ?? new Uri(ServiceStart.DefaultAddress), parsed.GetValue(token)),
            call));
        return command;
    }

    /// <summary>The option <c>--retries</c>: how often in a row a call that brings no progress is made again.</summary>
    public static Option<int> Retries()
    {
        var retries = new Option<int>("--retries")
        {
            Description = "How often in a row to try again without progress.",
            HelpName = "COUNT",
            DefaultValueFactory = _ => 8,
        };
        retries.Validators.Add(RequireNotNegative);
        return retries;
    }

    /// <summary>Refuses what is not a whole number from 0 to <see cref="int.MaxValue"/>.</summary>
    public static void RequireNotNegative(OptionResult result)
    {
        if (result.Tokens is [var token] && !(int.TryParse(token.Value, CultureInfo.InvariantCulture, out var number) && number >= 0))
        {
            result.AddError($"{result.Option.Name} is {token.Value}: give a whole number from 0 to {int.MaxValue}.");
        }
    }

    // What no header can carry would break the connection, with a message about HTTP/2 (RFC 9110, section 5.5).
    private static void RequireHeaderText(OptionResult result)
    {
        if (result.Tokens is [var token] && (token.Value.Length == 0 || token.Value.Any(letter => letter is <= ' ' or > '~')))
        {
            result.AddError($"{result.Option.Name} is empty, or has a character that a header cannot carry: give visible ASCII characters without spaces.");
        }
    }

    private static async Task<int> RunAsync(ParseResult parsed, ClientOptions options, Func<ParseResult, ClientOptions, Task> call)
    {
        var error = parsed.InvocationConfiguration.Error;
        try
        {
            await call(parsed, options);
            return ExitCodes.Success;
        }
        catch (RpcException exception)
        {
            var failure = CallFailure.From(exception, options.Server);
            // The server chose the words.
            await error.WriteLineAsync(VisibleText.Of(failure.Sentence));
            return failure.ExitCode;
        }
        catch (IOException exception) when (StandardOutput.IsClosed(exception))
        {
            // Whoever reads the output has enough.
            return ExitCodes.Success;
        }
        catch (Exception exception) when (exception is CommandException or IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(VisibleText.Of(exception.Message));
            return ExitCodes.Refused;
        }
    }

    private static Uri? ParseServer(ArgumentResult result)
    {
        var text = result.Tokens.Count == 0 ? "" : result.Tokens[0].Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out var server) && server.Scheme is "http" or "https")
        {
            return server;
        }

        result.AddError($"'{text}' is no server address: write it as {ServiceStart.DefaultAddress}.");
        return null;
    }
}
