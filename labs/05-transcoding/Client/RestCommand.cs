using System.CommandLine;
using System.Text.Json;
using Workshop.ServiceDefaults;

namespace Workshop.Transcoding;

/// <summary>Commands that call the server by REST. A failure is a sentence and an exit code, never a stack trace.</summary>
internal static class RestCommand
{
    /// <summary>How long a response may take, or its headers where the body is a stream.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Makes a command with one argument and the option <c>--rest</c>.</summary>
    /// <param name="name">What to type.</param>
    /// <param name="description">What it does, in a sentence.</param>
    /// <param name="argument">Its argument.</param>
    /// <param name="target">The path to ask for, of the argument's value.</param>
    /// <param name="read">Reads a response with status 200, and prints what it says.</param>
    public static Command Create(
        string name, string description, Argument<string> argument, Func<string, string> target, Func<Stream, TextWriter, Task> read)
    {
        var rest = new Option<string>("--rest")
        {
            Description = $"Where REST is served. Default: {RestOptions.DefaultAddress}",
            HelpName = "URL",
            DefaultValueFactory = _ => RestOptions.DefaultAddress,
        };
        var command = new Command(name, description) { argument, rest };
        command.SetAction(async parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var url = parsed.GetValue(rest)!.TrimEnd('/') + target(Uri.EscapeDataString(parsed.GetValue(argument)!));
            try
            {
                await CallAsync(url, body => read(body, output));
                return ExitCodes.Success;
            }
            catch (CommandException problem)
            {
                await error.WriteLineAsync(VisibleText.Of(problem.Message));
                return ExitCodes.Refused;
            }
            catch (Exception problem) when (problem is HttpRequestException or IOException or OperationCanceledException or TimeoutException or UriFormatException or JsonException)
            {
                await error.WriteLineAsync(VisibleText.Of($"There is no whole response from {url}: {problem.Message}"));
                return ExitCodes.Unavailable;
            }
            // What JsonElement throws of a member that is not there, of another type, or no number of 64 bits.
            catch (Exception problem) when (problem is KeyNotFoundException or InvalidOperationException or FormatException)
            {
                await error.WriteLineAsync(VisibleText.Of($"{url} sent JSON of another form: {problem.Message}"));
                return ExitCodes.Unavailable;
            }
        });
        return command;
    }

    private static async Task CallAsync(string url, Func<Stream, Task> read)
    {
        // By default, a client that ends before the response does reads on for up to 2 s, to keep the connection.
        using var client = new HttpClient(new SocketsHttpHandler { ResponseDrainTimeout = TimeSpan.Zero }) { Timeout = Limit };
        // The body of a stream comes bit by bit: do not wait for its end.
        using var response = await client.GetAsync(new Uri(url), HttpCompletionOption.ResponseHeadersRead);
        if (!response.IsSuccessStatusCode)
        {
            var refusal = await response.Content.ReadAsStringAsync();
            throw new CommandException(
                $"The server refused with {(int)response.StatusCode}: {(refusal.Length > 0 ? MessageOf(refusal) : "there is no rule for this call in catalog.proto.")}");
        }

        await using var body = await response.Content.ReadAsStreamAsync();
        await read(body);
    }

    // A google.rpc.Status, if the service itself refused; something else before it may have refused, too.
    private static string MessageOf(string refusal)
    {
        try
        {
            using var status = JsonDocument.Parse(refusal);
            return status.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("message", out var message) && message.ValueKind is JsonValueKind.String
                ? message.GetString()!
                : refusal;
        }
        catch (JsonException)
        {
            return refusal;
        }
    }
}
