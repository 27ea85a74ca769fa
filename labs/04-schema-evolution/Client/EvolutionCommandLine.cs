using Workshop.Evolution.Changes;
using Workshop.Evolution.Gate;
using Workshop.ServiceDefaults;

namespace Workshop.Evolution;

/// <summary>The program's command line: without a command it is the server.</summary>
public static class EvolutionCommandLine
{
    private static ServiceCommandLine<DirectoryOptions> CommandLine => new(
        "A directory of users whose contract changes. Without a command it starts the server.",
        DirectoryOptions.Section,
        EvolutionApp.ServeAsync,
        BytesCommand.Create(),
        AnswersCommand.Create(),
        ShowCommand.Create(),
        SaveCommand.Create(),
        SmsCommand.Create(),
        GateCommand.Create());

    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        try
        {
            return await CommandLine.RunAsync(args, output, error);
        }
        catch (NotImplementedException task)
        {
            await error.WriteLineAsync(task.Message);
            return ExitCodes.Failed;
        }
    }
}
