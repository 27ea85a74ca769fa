using Workshop.Harness;
using Workshop.Logs.V1;
using static Workshop.Checks.TailStart;

namespace Workshop.Checks;

public sealed class TailQuietChecks
{
    [Fact, Trait("Todo", "03.7")]
    public async Task Says_that_it_is_there_when_nothing_matches()
    {
        await using var check = new LabCheck();
        var (_, tail) = await StartAsync(check, "--Tail:Heartbeat=00:00:00.010");

        await check.CallAsync(async () =>
        {
            using var following = await tail.FollowNewsAsync(new StreamLogsRequest { SourcePrefix = "Shop" });
            var end = await tail.WriteAsync("Bank", "not for us", count: 3);
            await following.UntilAsync(message => message.Heartbeat is not null && message.Cursor == end);
            check.Note("heartbeat", $"at {end}, after 3 entries that do not match");
            await following.UntilAsync(message => message.Heartbeat is not null);
            check.Note("heartbeat", "one more");
            await tail.WriteAsync("Shop", "at last");
            await following.UntilTextAsync("at last");
            check.Note("entries", string.Join(", ", following.Texts));
        });

        await check.MatchAsync(
            "When nothing came for options.Heartbeat, send StreamMessages.Heartbeat with the cursor of hub.EndIfCaughtUp: a client that comes back skips what did not match. Then wait again.");
    }

    [Fact, Trait("Todo", "03.7")]
    public async Task Says_that_it_is_there_while_others_write()
    {
        await using var check = new LabCheck();
        // By this time, silence comes between two entries; a wait for an entry is never over before one comes.
        var time = check.UseTime(new ManualTime());
        var (_, tail) = await StartAsync(check, "--Tail:Heartbeat=00:01:00");

        await check.CallAsync(async () =>
        {
            using var following = await tail.FollowNewsAsync(new StreamLogsRequest { TailLines = 0, Contains = "tea" });
            await tail.WriteAsync("Shop", "coffee");
            time.Advance(TimeSpan.FromMinutes(1));
            await tail.WriteAsync("Shop", "coffee");
            // A gap is a sign as well: whether it is right is the matter of another task.
            await following.UntilAsync(message => message.Heartbeat is not null || message.Gap is not null);
            check.Note("heartbeat", "while entries came all the time, of which none matched");
        });

        await check.MatchAsync("What counts is how long nothing was sent, not how long nothing came: ask writer.IsSilentFor behind the loop.");
    }

    [Fact, Trait("Todo", "03.7")]
    public async Task Sends_no_heartbeat_while_entries_are_sent()
    {
        const int Entries = 10;
        await using var check = new LabCheck();
        // This time stands still: there is no silence. But the server wakes up for each entry.
        check.UseTime(new ManualTime());
        var (_, tail) = await StartAsync(check);

        await check.CallAsync(async () =>
        {
            using var following = await tail.FollowNewsAsync(new StreamLogsRequest { TailLines = 0 });
            for (var entry = 1; entry <= Entries; entry++)
            {
                await tail.WriteAsync("Shop", $"{entry}");
                await following.UntilTextAsync($"{entry}");
            }

            check.Note("entries", string.Join(", ", following.Texts));
            check.Note("heartbeats", following.Messages.Any(message => message.Heartbeat is not null) ? "also, although entries had just been sent" : "none");
        });

        await check.MatchAsync("A heartbeat is for silence only: send it when writer.IsSilentFor(options.Heartbeat), and not each time the wait ends.");
    }

    [Fact, Trait("Todo", "03.7")]
    public async Task Has_one_writer_per_stream_also_for_heartbeats()
    {
        await using var check = new LabCheck();

        await check.CallAsync(async () =>
        {
            var messages = await BlockAsync(check);
            check.Note("streamed", Show(messages.Where(message => message.Entry is not null)));
        });

        await check.MatchAsync("A second write while one is pending ends the stream: send heartbeats from the loop that sends entries, not from a timer.");
    }

    [Fact, Trait("Todo", "03.7")]
    public async Task No_heartbeat_is_ahead_of_an_entry()
    {
        await using var check = new LabCheck();

        await check.CallAsync(async () =>
        {
            var messages = await BlockAsync(check);
            var ahead = messages.Where((message, index) => message.Entry is not null && messages.Take(index)
                .Any(before => before.Heartbeat is not null && Tailing.Place(before) >= Tailing.Place(message)));
            check.Note("heartbeats", ahead.Any() ? "one had the cursor of an entry that was yet to come" : "none had the cursor of an entry that was yet to come");
        });

        await check.MatchAsync("A client that comes back skips all up to the cursor of the last heartbeat: take it from hub.EndIfCaughtUp, not from hub.End.");
    }

    /// <summary>An entry so long that its write waits for the client; meanwhile some heartbeats are due, and another entry comes.</summary>
    private static async Task<IReadOnlyList<StreamLogsResponse>> BlockAsync(LabCheck check)
    {
        var (_, tail) = await StartAsync(check, "--Tail:Heartbeat=00:00:00.010", "--Tail:MaxTextLength=262144");
        using var slow = await tail.FollowNewsAsync(new StreamLogsRequest { SourcePrefix = "Shop" });
        using var quiet = await tail.FollowNewsAsync(new StreamLogsRequest { SourcePrefix = "Nobody" });
        await tail.WriteAsync("Shop", Tailing.VeryLongText);
        // By now the slow reader would have got a heartbeat as well, if its write did not wait.
        var soFar = quiet.Messages.Count;
        await quiet.UntilAsync(_ => quiet.Messages.Count >= soFar + 3);
        await tail.WriteAsync("Shop", "end");
        check.Note("written", "an entry so long that its write waits for the client, then another one");
        soFar = slow.Messages.Count;
        await slow.UntilTextAsync("end");
        return [.. slow.Messages.Skip(soFar)];
    }
}
