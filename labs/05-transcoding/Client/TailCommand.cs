using System.CommandLine;
using System.Text;

namespace Workshop.Transcoding;

/// <summary>The command <c>tail</c>: the entries of a log.</summary>
internal static class TailCommand
{
    public static Command Create() => RestCommand.Create(
        "tail",
        "Print the entries of a log, as REST sends them.",
        new Argument<string>("LOG") { Description = "The log: access or changes." },
        log => $"/v1/logs/{log}",
        async (body, output) =>
        {
            using var lines = new StreamReader(body, Encoding.UTF8);
            await LogLines.PrintAsync(lines, output);
        });
}
