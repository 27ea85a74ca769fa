using Workshop.Harness;
using Workshop.Logs.V1;
using static Workshop.Checks.TailStart;

namespace Workshop.Checks;

public sealed class TailResumingChecks
{
    [Fact, Trait("Todo", "03.8")]
    public async Task Resumes_after_the_cursor()
    {
        await using var check = new LabCheck();
        var (recorded, tail) = await StartAsync(check);

        await check.CallAsync(async () =>
        {
            await tail.WriteAsync("Shop", "read before");
            var cursor = await tail.WriteAsync("Bank", "does not match");
            await tail.WriteAsync("Shop", "new");
            await tail.WriteAsync("Bank", "does not match");
            await tail.WriteAsync("Shop", "newer");
            await recorded.ReadAsync(new StreamLogsRequest { AfterCursor = cursor, SourcePrefix = "Shop" });
        });

        await check.MatchAsync("Send the matching entries after the cursor and none before, also when the entry at the cursor does not match.");
    }

    [Fact, Trait("Todo", "03.8")]
    public async Task Says_how_much_is_not_kept_any_more()
    {
        await using var check = new LabCheck();
        var (recorded, tail) = await StartAsync(check, "--Tail:BufferEntries=3");

        await check.CallAsync(async () =>
        {
            var cursor = await tail.WriteAsync("Shop", "read before");
            await tail.WriteAsync("Shop", "line", count: 5);
            await recorded.ReadAsync(new StreamLogsRequest { AfterCursor = cursor });
            await recorded.TryReadAsync(new StreamLogsRequest { AfterCursor = cursor, Strict = true });
        });

        await check.MatchAsync("For entries that were dropped from the buffer after the cursor, return a gap with their count and all records; with strict, refuse with OUT_OF_RANGE.");
    }

    [Fact, Trait("Todo", "03.8")]
    public async Task Says_nothing_where_nothing_is_missing()
    {
        await using var check = new LabCheck();
        var (_, tail) = await StartAsync(check, "--Tail:BufferEntries=3");

        await check.CallAsync(async () =>
        {
            await tail.WriteAsync("Shop", "line", count: 6);
            foreach (var (name, cursor) in new[] { ("the last dropped", "e1.3"), ("the oldest kept", "e1.4"), ("the newest", "e1.6") })
            {
                check.Note("after", $"{name}: {Show(await tail.ReadAsync(new StreamLogsRequest { AfterCursor = cursor, Strict = true }))}");
            }
        });

        await check.MatchAsync("The cursor right before the oldest record is not too old: nothing is missing after it. And after the newest one there is nothing yet.");
    }

    [Fact, Trait("Todo", "03.8")]
    public async Task Says_that_a_cursor_is_of_an_earlier_process()
    {
        await using var check = new LabCheck();
        var (recorded, tail) = await StartAsync(check);

        await check.CallAsync(async () =>
        {
            await tail.WriteAsync("Shop", "written since the start", count: 2);
            await recorded.ReadAsync(new StreamLogsRequest { AfterCursor = "e0.763" });
            await recorded.TryReadAsync(new StreamLogsRequest { AfterCursor = "e0.763", Strict = true });
        });

        await check.MatchAsync("The numbers of another process mean nothing here. Return a gap without a count, and all records; with strict, refuse with OUT_OF_RANGE.");
    }

    [Fact, Trait("Todo", "03.8")]
    public async Task Refuses_a_cursor_that_it_did_not_make()
    {
        await using var check = new LabCheck();
        var (recorded, tail) = await StartAsync(check);

        await check.CallAsync(async () =>
        {
            await tail.WriteAsync("Shop", "the only entry");
            await recorded.TryReadAsync(new StreamLogsRequest { AfterCursor = "yesterday" });
            await recorded.TryReadAsync(new StreamLogsRequest { AfterCursor = "e1.2" });
        });

        await check.MatchAsync("Refuse with CursorInvalid what Cursor.TryParse does not accept, and a position that this process has not reached.");
    }
}
