using Workshop.ServiceDefaults;

namespace Workshop.Upload;

/// <summary>The program's command line: without a command it is the server, with one it calls the server.</summary>
public static class UploadCommandLine
{
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static Task<int> RunAsync(string[] args, TextWriter output, TextWriter error) =>
        new ServiceCommandLine<UploadOptions>(
            "Stores files. Without a command it starts the server; the commands call the server.",
            UploadOptions.Section,
            UploadApp.ServeAsync,
            SendCommand.Create(),
            GetCommand.Create(),
            ListCommand.Create()).RunAsync(args, output, error);
}
