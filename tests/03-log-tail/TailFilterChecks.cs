using Workshop.Harness;
using Workshop.Logs.V1;
using static Workshop.Checks.TailStart;

namespace Workshop.Checks;

public sealed class TailFilterChecks
{
    private static readonly int[] LineCounts = [2, 0, 10];

    [Fact, Trait("Todo", "03.3")]
    public async Task Filters_by_level_source_and_text()
    {
        await using var check = new LabCheck();
        var (_, tail) = await StartAsync(check);

        await check.CallAsync(async () =>
        {
            await WriteMixAsync(tail);
            await NoteAsync(check, tail, "warning", new StreamLogsRequest { MinLevel = Level.Warning });
            await NoteAsync(check, tail, "Shop.", new StreamLogsRequest { SourcePrefix = "Shop." });
            await NoteAsync(check, tail, "shop.", new StreamLogsRequest { SourcePrefix = "shop." });
            await NoteAsync(check, tail, "STUCK", new StreamLogsRequest { Contains = "STUCK" });
            await NoteAsync(check, tail, "all three", new StreamLogsRequest
            {
                MinLevel = Level.Warning,
                SourcePrefix = "Shop",
                Contains = "order",
            });
            await NoteAsync(check, tail, "no filter", new StreamLogsRequest());
        });

        await check.MatchAsync(
            "All three must be true: this level or a more serious one, the beginning of the source in the same case, the text in any case.");
    }

    [Fact, Trait("Todo", "03.3")]
    public async Task Compares_characters_and_not_a_language()
    {
        // A soft hyphen. The rules of a language ignore it.
        const string Hidden = "\u00ad";
        await using var check = new LabCheck();
        var (_, tail) = await StartAsync(check);

        await check.CallAsync(async () =>
        {
            await WriteMixAsync(tail);
            await NoteAsync(check, tail, "Sh-op.", new StreamLogsRequest { SourcePrefix = $"Sh{Hidden}op." });
            await NoteAsync(check, tail, "st-uck", new StreamLogsRequest { Contains = $"st{Hidden}uck" });
        });

        await check.MatchAsync(
            "The filter has a soft hyphen, and no entry has one. Say how to compare: StringComparison.Ordinal, OrdinalIgnoreCase.");
    }

    [Fact, Trait("Todo", "03.3")]
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

        await check.MatchAsync("tail_lines is how many of the newest entries to send: TakeLast keeps their order. 0 is none.");
    }

    [Fact, Trait("Todo", "03.3")]
    public async Task Counts_the_last_lines_after_filtering()
    {
        await using var check = new LabCheck();
        var (_, tail) = await StartAsync(check);

        await check.CallAsync(async () =>
        {
            await WriteMixAsync(tail);
            await NoteAsync(check, tail, "last 2", new StreamLogsRequest { TailLines = 2, MinLevel = Level.Warning });
        });

        await check.MatchAsync("tail_lines counts matching entries: filter first, then count.");
    }

    [Fact, Trait("Todo", "03.3")]
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

    private static async Task WriteMixAsync(Tailing tail)
    {
        await tail.WriteAsync("Shop.Orders", "order 1 taken");
        await tail.WriteAsync("Shop.Orders", "order 1 stuck", Level.Warning);
        await tail.WriteAsync("Shopping", "order 2 lost", Level.Error);
        await tail.WriteAsync("Bank", "no order", Level.Fatal);
        await tail.WriteAsync("Bank", "closed");
        await tail.WriteAsync("The.Shop.Door", "shut");
        await tail.WriteAsync("Shop.Stock", "tea is stuck", Level.Debug);
    }
}
