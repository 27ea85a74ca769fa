using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Workshop.ServiceDefaults;

/// <summary>Runs a server until Ctrl+C. A start that fails is a sentence and an exit code, never a stack trace.</summary>
public static partial class ServiceProcess
{
    /// <summary>Builds a server, starts it, says where it listens, and waits.</summary>
    /// <param name="create">Builds the server from the command line's arguments.</param>
    /// <param name="args">The arguments: configuration, such as <c>--urls</c>.</param>
    /// <param name="instructions">What to say once it listens, a line each, after the address. Its second argument is what a
    /// client of this server must add to its command line: empty, or <c> --server URL</c>.</param>
    /// <param name="output">Where this is printed.</param>
    /// <param name="error">Where a failed start is reported.</param>
    /// <returns>One of <see cref="ExitCodes"/>: success after Ctrl+C, refused for a wrong setting, else
    /// failed.</returns>
    public static async Task<int> RunAsync(
        Func<string[], WebApplication> create,
        string[] args,
        Func<IServiceProvider, string, IEnumerable<string>> instructions,
        TextWriter output,
        TextWriter error)
    {
        try
        {
            await using var app = create(args);
            if (await StartAsync(app) is { } problem)
            {
                await error.WriteLineAsync($"The server did not start: {problem}");
                return ExitCodes.Failed;
            }

            var address = app.Urls.First();
            await output.WriteLineAsync($"The server listens on {address}. Stop it with Ctrl+C.");
            foreach (var line in instructions(app.Services, address == ServiceStart.DefaultAddress ? "" : $" --server {address}"))
            {
                await output.WriteLineAsync(line);
            }

            await app.WaitForShutdownAsync();
            return ExitCodes.Success;
        }
        catch (OptionsValidationException exception)
        {
            await error.WriteLineAsync($"The server did not start: {string.Join(" ", exception.Failures.Select(Sentence))}");
            return ExitCodes.Refused;
        }
        // The configuration binder throws this for a text that is not a number, a time, or a name of an enum.
        catch (InvalidOperationException exception) when (exception.InnerException is ArgumentException or FormatException)
        {
            await error.WriteLineAsync($"The server did not start: a setting cannot be read. {exception.Message}");
            return ExitCodes.Refused;
        }
    }

    /// <returns>Null, or why it did not start and what to do.</returns>
    private static async Task<string?> StartAsync(WebApplication app)
    {
        var address = app.Configuration["urls"] ?? ServiceStart.DefaultAddress;
        const string OtherPort = "choose another port: dotnet run -- --urls http://localhost:50052";
        try
        {
            await app.StartAsync();
            return null;
        }
        catch (StartException exception)
        {
            return exception.Message;
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            return $"another program listens on {address}. Stop it, or {OtherPort}";
        }
        // For localhost, Kestrel tries IPv4 and IPv6: the system's error is the inner exception.
        catch (Exception exception) when (exception.GetBaseException() is SocketException refusal)
        {
            // A port below 1024, or one that Windows keeps for itself: `netsh interface ipv4 show excludedportrange tcp`.
            var reserved = refusal.SocketErrorCode is SocketError.AccessDenied ? " The port is reserved." : "";
            return $"this system does not let it listen on {address}: {refusal.Message.TrimEnd('.')}.{reserved} To start it, {OtherPort}";
        }
        catch (Exception exception) when (exception is FormatException or ArgumentOutOfRangeException)
        {
            return $"'{address}' is not an address. Write it as {ServiceStart.DefaultAddress}.";
        }
    }

    // ValidateDataAnnotations puts a sentence of its own around ours.
    private static string Sentence(string failure) =>
        AnnotationFailure().Match(failure) is { Success: true } match ? match.Groups[1].Value : failure;

    [GeneratedRegex("with the error: '(.*)'\\.?$", RegexOptions.Singleline)]
    private static partial Regex AnnotationFailure();
}
