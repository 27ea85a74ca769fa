using Workshop.Logs.V1;

namespace Workshop.Tail;

/// <summary>The command <c>tail</c>: shows the server's log.</summary>
public static class TailCommand
{
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static Task<int> RunAsync(string[] args, TextWriter output, TextWriter error) =>
        ClientCommand.RunAsync(() => TailCommandOptions.Parse(args), options => TailAsync(options, output, error), Usage.Tail, error);

    private static async Task TailAsync(TailCommandOptions options, TextWriter output, TextWriter error)
    {
        using var channel = options.Connect();
        var tail = new TailStream(new LogService.LogServiceClient(channel), options.Headers);
        var printer = new LogPrinter(output, error, options.IsUtc);
        await new FollowingReader(tail, printer, options, error).RunAsync();
    }
}
