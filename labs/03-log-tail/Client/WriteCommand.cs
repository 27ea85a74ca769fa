using System.CommandLine;
using Workshop.Logs.V1;
using Workshop.ServiceDefaults;

namespace Workshop.Tail;

/// <summary>The command <c>write</c>: writes to the server's log.</summary>
internal static class WriteCommand
{
    public static Command Create()
    {
        var level = LevelNames.Argument();
        var source = new Argument<string>("SOURCE") { Description = "Who writes, such as Shop.Orders." };
        var message = new Argument<string>("MESSAGE") { Description = "The text. Put a text with spaces in quotation marks." };
        var count = new Option<int>("--count") { Description = "Write this many entries, numbered.", HelpName = "COUNT" };
        count.Validators.Add(ClientCommand.RequireNotNegative);
        return ClientCommand.Create(
            "write",
            "Write to the server's log.",
            (parsed, options) => WriteAsync(
                new WriteLogRequest
                {
                    Level = parsed.GetValue(level),
                    Source = parsed.GetValue(source)!,
                    Message = parsed.GetValue(message)!,
                    Count = parsed.GetValue(count),
                },
                options,
                parsed.InvocationConfiguration.Output),
            level,
            source,
            message,
            count);
    }

    private static async Task WriteAsync(WriteLogRequest request, ClientOptions options, TextWriter output)
    {
        using var channel = options.Connect();
        var client = new LogService.LogServiceClient(channel);
        var response = await client.WriteLogAsync(request, options.Headers, DateTime.UtcNow + ClientOptions.CallDeadline);
        if (response.Written == 0)
        {
            throw new CommandException(
                $"Nothing was written: the server leaves out {LevelNames.Short(request.Level)} of {request.Source}. Start it with another --Serilog:MinimumLevel.");
        }

        await output.WriteLineAsync($"Written. The cursor of the log is {VisibleText.Of(response.Cursor)}");
    }
}
