using Workshop.Errors.Tour;
using Workshop.ServiceDefaults;

namespace Workshop.Errors;

/// <summary>The program's command line: without a command it is the server.</summary>
public static class UserCommandLine
{
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static Task<int> RunAsync(string[] args, TextWriter output, TextWriter error) =>
        new ServiceCommandLine<NoSettings>(
            "Users, on a database. Without a command it starts the server.",
            "Users",
            ErrorsApp.ServeAsync,
            TourCommand.Create(),
            NextCommand.Create()).RunAsync(args, output, error);

    private sealed class NoSettings;
}
