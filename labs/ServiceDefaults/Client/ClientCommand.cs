using System.CommandLine;
using System.CommandLine.Parsing;
using Grpc.Core;

namespace Workshop.ServiceDefaults;

/// <summary>A command that calls the server. A failure is a sentence and an exit code, never a stack trace.</summary>
public sealed class ClientCommand : Command
{
    private readonly Option<Uri> _server = new("--server")
    {
        Description = "Where the server listens.",
        HelpName = "URL",
        DefaultValueFactory = _ => new Uri(ServiceStart.DefaultAddress),
        CustomParser = ParseServer,
    };

    private readonly Option<string?> _token = new("--token") { Description = "Who is calling, where the server asks.", HelpName = "TOKEN" };

    private readonly Option<int> _retries = new("--retries")
    {
        Description = "How often in a row a call that brings no progress is made again.",
        HelpName = "COUNT",
        DefaultValueFactory = _ => 8,
    };

    /// <param name="name">What to type.</param>
    /// <param name="description">What it does, in a sentence.</param>
    /// <param name="call">Calls the server.</param>
    /// <param name="retries">Whether it makes calls again that failed: then it has the option <c>--retries</c>.</param>
    public ClientCommand(string name, string description, Func<ParseResult, ClientOptions, Task> call, bool retries = false)
        : base(name, description)
    {
        Add(_server);
        Add(_token);
        if (retries)
        {
            _retries.Validators.Add(RequireNotNegative);
            Add(_retries);
        }

        SetAction(parsed => RunAsync(parsed, call));
    }

    /// <summary>Refuses a number below zero.</summary>
    public static void RequireNotNegative(OptionResult result)
    {
        if (result.Tokens is [var token] && token.Value.StartsWith('-'))
        {
            result.AddError($"{result.Option.Name} is {token.Value}: give 0 or more.");
        }
    }

    private async Task<int> RunAsync(ParseResult parsed, Func<ParseResult, ClientOptions, Task> call)
    {
        var options = new ClientOptions(
            parsed.GetValue(_server)!, parsed.GetValue(_token), Options.Contains(_retries) ? parsed.GetValue(_retries) : 0);
        var error = parsed.InvocationConfiguration.Error;
        try
        {
            await call(parsed, options);
            return ExitCodes.Success;
        }
        catch (RpcException exception)
        {
            var failure = CallFailure.From(exception, options.Server);
            await error.WriteLineAsync(failure.Sentence);
            return failure.ExitCode;
        }
        catch (Exception exception) when (exception is CommandException or IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(exception.Message);
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
