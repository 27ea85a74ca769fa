using Workshop.Harness;
using Workshop.Logs.V1;
using static Workshop.Checks.TailStart;

namespace Workshop.Checks;

public sealed class TailReadingChecks
{
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

        await check.MatchAsync("Send each record, in the order of records, and then StreamMessages.CaughtUp.");
    }

    [Fact, Trait("Todo", "03.1")]
    public async Task Waits_for_a_reader_of_a_long_log()
    {
        const int Written = 60;
        await using var check = new LabCheck();
        var (_, tail) = await StartAsync(check);

        await check.CallAsync(async () =>
        {
            await tail.WriteAsync("Shop", Tailing.LongText, count: Written);
            using var following = tail.Open(new StreamLogsRequest());
            await following.UntilAsync(_ => true);
            // What is on its way is more than the client takes in: the server must wait.
            var status = await following.EndAsync();
            check.Note("written", $"{Written} entries, more than a client takes in at once");
            check.Note("streamed", $"{following.Texts.Count} entries, and {(following.Messages[^1].CaughtUp is null ? "no caught up" : "caught up")}");
            check.Note("status", $"{status}");
        });

        await check.MatchAsync("A write waits while the client does not read: await each one before the next.");
    }
}
