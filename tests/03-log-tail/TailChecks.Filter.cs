using Workshop.Harness;
using Workshop.Logs.V1;

namespace Workshop.Checks;

public sealed partial class TailChecks
{
    [Fact, Trait("Todo", "03.2")]
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
        });

        await check.MatchAsync(
            "All three must be true: this level or a more serious one, the beginning of the source in the same case, the text in any case.");
    }

    [Fact, Trait("Todo", "03.2")]
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

    private static async Task WriteMixAsync(Tailing tail)
    {
        await tail.WriteAsync("Shop.Orders", "order 1 taken");
        await tail.WriteAsync("Shop.Orders", "order 1 stuck", Level.Warning);
        await tail.WriteAsync("Shopping", "order 2 lost", Level.Error);
        await tail.WriteAsync("Bank", "no order", Level.Fatal);
        await tail.WriteAsync("Bank", "closed");
        await tail.WriteAsync("Shop.Stock", "tea is stuck", Level.Debug);
    }
}
