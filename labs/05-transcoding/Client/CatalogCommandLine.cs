using Workshop.ServiceDefaults;

namespace Workshop.Transcoding;

/// <summary>The program's command line: without a command it is the server.</summary>
public static class CatalogCommandLine
{
    private static ServiceCommandLine<RestOptions> CommandLine => new(
        "A catalogue of files, for gRPC and for REST. Without a command it starts the server.",
        RestOptions.Section,
        CatalogApp.ServeAsync,
        SizeCommand.Create(),
        TailCommand.Create());

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
