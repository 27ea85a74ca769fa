using System.CommandLine;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core.Interceptors;
using Workshop.Logs.V1;
using Workshop.ServiceDefaults;

namespace Workshop.Tail;

/// <summary>The command <c>tail</c>: shows the server's log.</summary>
internal static class TailCommand
{
    public static Command Create()
    {
        var lines = new Option<int?>("--lines") { Description = "Begin with this many of the newest entries.", HelpName = "COUNT" };
        lines.Validators.Add(ClientCommand.RequireNotNegative);
        var since = new Option<Timestamp?>("--since")
        {
            Description = "Begin at a time, or this long ago: 30s, 5m, 2h, 1d.",
            HelpName = "TIME",
            CustomParser = StartTime.Parse,
        };
        var after = new Option<string?>("--after") { Description = "Begin after the entry with this cursor.", HelpName = "CURSOR" };
        var level = LevelNames.Option();
        var source = new Option<string?>("--source") { Description = "Only sources that begin with this text.", HelpName = "PREFIX" };
        var contains = new Option<string?>("--contains") { Description = "Only messages with this text in them.", HelpName = "TEXT" };
        var follow = new Option<bool>("--follow", "-f") { Description = "Continue with new entries." };
        var utc = new Option<bool>("--utc") { Description = "Show times in UTC." };
        var retries = ClientCommand.Retries();
        var command = ClientCommand.Create(
            "tail",
            "Show the server's log.",
            (parsed, options) =>
            {
                var request = new StreamLogsRequest
                {
                    MinLevel = parsed.GetValue(level),
                    SourcePrefix = parsed.GetValue(source) ?? "",
                    Contains = parsed.GetValue(contains) ?? "",
                    Follow = parsed.GetValue(follow),
                };
                if (parsed.GetValue(lines) is { } count)
                {
                    request.TailLines = count;
                }
                else if (parsed.GetValue(since) is { } time)
                {
                    request.Since = time;
                }
                else if (parsed.GetValue(after) is { } cursor)
                {
                    request.AfterCursor = cursor;
                }

                return TailAsync(
                    new TailCommandOptions(request, parsed.GetValue(utc), parsed.GetValue(retries)),
                    options,
                    parsed.InvocationConfiguration.Output,
                    parsed.InvocationConfiguration.Error);
            },
            lines,
            since,
            after,
            level,
            source,
            contains,
            follow,
            utc,
            retries);
        System.CommandLine.Option[] starts = [lines, since, after];
        command.Validators.Add(result =>
        {
            if (starts.Count(start => result.GetResult(start) is { Implicit: false }) > 1)
            {
                result.AddError("A tail begins at one place: give --lines, --since or --after.");
            }
        });
        return command;
    }

    private static async Task TailAsync(TailCommandOptions options, ClientOptions client, TextWriter output, TextWriter error)
    {
        using var channel = client.Connect();
        var logs = new LogService.LogServiceClient(channel.Intercept(new SilenceDetector()));
        var printer = new LogPrinter(output, error, options.IsUtc);
        await new LogReader(logs, client.Headers, printer, options, error).RunAsync();
    }
}
