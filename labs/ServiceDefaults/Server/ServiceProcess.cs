using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Workshop.ServiceDefaults;

/// <summary>Runs a server until Ctrl+C. A start that fails for a reason that its user can mend is a sentence and an exit
/// code, never a stack trace.</summary>
public static class ServiceProcess
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
        WebApplication? app = null;
        try
        {
            try
            {
                app = create(args);
                await app.StartAsync();
            }
            catch (Exception exception) when (
                StartProblem.From(exception, ServiceStart.AddressIn(app?.Configuration)) is { } problem)
            {
                await error.WriteLineAsync($"The server did not start: {problem.Sentence}");
                return problem.ExitCode;
            }
            catch (OperationCanceledException) when (app?.Lifetime.ApplicationStopping.IsCancellationRequested == true)
            {
                // Ctrl+C, or a background service that threw, before the server listened.
                return ExitCode(app);
            }

            await output.WriteLineAsync($"The server listens on {string.Join(" and ", app.Urls)}. Stop it with Ctrl+C.");
            var address = app.Urls.First();
            foreach (var line in instructions(app.Services, address == ServiceStart.DefaultAddress ? "" : $" --server {address}"))
            {
                await output.WriteLineAsync(line);
            }

            await app.WaitForShutdownAsync();
            return ExitCode(app);
        }
        finally
        {
            if (app is not null)
            {
                await app.DisposeAsync();
            }
        }
    }

    // The host stops when a background service throws, and says so in its log alone.
    private static int ExitCode(WebApplication app) =>
        app.Services.GetServices<IHostedService>().OfType<BackgroundService>().Any(service => service.ExecuteTask?.IsFaulted == true)
            ? ExitCodes.Failed
            : ExitCodes.Success;
}
