using Workshop.Logs.V1;

namespace Workshop.Tail;

/// <summary>The command <c>write</c>: writes to the server's log.</summary>
public static class WriteCommand
{
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static Task<int> RunAsync(string[] args, TextWriter output, TextWriter error) =>
        ClientCommand.RunAsync(() => WriteCommandOptions.Parse(args), options => WriteAsync(options, output), Usage.Write, error);

    private static async Task WriteAsync(WriteCommandOptions options, TextWriter output)
    {
        using var channel = options.Connect();
        var client = new LogService.LogServiceClient(channel);
        var response = await client.WriteLogAsync(options.Request, options.Headers, DateTime.UtcNow + ClientOptions.CallDeadline);
        await output.WriteLineAsync($"Written. The log stands at {response.Cursor}");
    }
}
