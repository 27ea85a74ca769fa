using Workshop.Harness;
using Workshop.Logs.V1;
using Workshop.Tail;

namespace Workshop.Checks;

public sealed partial class TailChecks
{
    private static readonly int[] LineCounts = [2, 0, 10];

    [Fact, Trait("Todo", "03.1")]
    public async Task Streams_what_is_kept_and_ends()
    {
        await using var check = new LabCheck();
        var (recorded, tail) = await StartAsync(check);

        await check.CallAsync(async () =>
        {
            await tail.WriteAsync("Shop.Orders", "Order 1 taken");
            await tail.WriteAsync("Shop.Login", "Ada came in", Level.Warning, 1, ("User", "Ada"), ("Password", "tea"));
            await recorded.ReadAsync(new StreamLogsRequest());
        });

        await check.MatchAsync("Send the StreamMessage of each record of hub.Snapshot(), oldest first, and then StreamMessages.CaughtUp.");
    }

    [Fact, Trait("Todo", "03.1")]
    public async Task Streams_the_last_lines_oldest_first()
    {
        await using var check = new LabCheck();
        var (_, tail) = await StartAsync(check);

        await check.CallAsync(async () =>
        {
            await tail.WriteAsync("Shop", "line", count: 4);
            foreach (var lines in LineCounts)
            {
                await NoteAsync(check, tail, $"last {lines}", new StreamLogsRequest { TailLines = lines });
            }
        });

        await check.MatchAsync("tail_lines is how many of the newest entries to send: TakeLast keeps their order.");
    }

    [Fact, Trait("Todo", "03.1")]
    public async Task Streams_what_was_written_since_a_time()
    {
        await using var check = new LabCheck();
        var (_, tail) = await StartAsync(check);

        await check.CallAsync(async () =>
        {
            await tail.WriteAsync("Shop", "breakfast");
            await tail.WriteAsync("Shop", "lunch");
            await tail.WriteAsync("Shop", "dinner");
            var kept = await tail.ReadAsync(new StreamLogsRequest());
            var lunch = kept.First(message => message.Entry?.Message == "lunch").Entry.Timestamp;
            await NoteAsync(check, tail, "since lunch", new StreamLogsRequest { Since = lunch });
        });

        await check.MatchAsync("since is inclusive: an entry with exactly that time is sent, too.");
    }

    /// <summary>Starts the lab's server with settings of the checks.</summary>
    private static async Task<(Tailing Recorded, Tailing Unrecorded)> StartAsync(LabCheck check, params string[] args)
    {
        var calls = await check.StartAsync(
            TailApp.Create,
            [
                "--Tail:Epoch=e1", "--Tail:Heartbeat=00:01:00", "--Tail:Coalesce=00:00:00", "--Tail:ConsoleLevel=Fatal", .. args,
            ]);
        return (new Tailing(check, calls), new Tailing(check, check.Unrecorded));
    }

    private static async Task NoteAsync(LabCheck check, Tailing tail, string key, StreamLogsRequest request) =>
        check.Note(key, Show(await tail.ReadAsync(request)));

    /// <summary>A stream in short: the texts of entries, and the names of other messages.</summary>
    private static string Show(IEnumerable<StreamLogsResponse> messages)
    {
        var shown = messages.Select(message => message.EventCase switch
        {
            StreamLogsResponse.EventOneofCase.Entry => message.Entry.Message,
            StreamLogsResponse.EventOneofCase.Gap => $"(gap: {(message.Gap.HasDropped ? message.Gap.Dropped : "?")})",
            StreamLogsResponse.EventOneofCase.CaughtUp => "(caught up)",
            _ => $"({message.EventCase})",
        });
        return string.Join(", ", shown);
    }
}
