using Workshop.Harness;
using Workshop.Logs.V1;
using static Workshop.Checks.TailStart;

namespace Workshop.Checks;

public sealed class TailQueuesChecks
{
    [Fact, Trait("Todo", "03.6")]
    public async Task Counts_what_a_slow_reader_missed()
    {
        const int Written = 100;
        const int Others = 3;
        await using var check = new LabCheck();
        var (_, tail) = await StartAsync(check, "--Tail:QueueEntries=4", "--Tail:MaxTextLength=262144");

        await check.CallAsync(async () =>
        {
            using var slow = await tail.FollowNewsAsync(new StreamLogsRequest { SourcePrefix = "Shop" });
            // Each is more than the client takes in: when the first has come, the server waits with the second.
            await tail.WriteAsync("Shop", Tailing.VeryLongText);
            await tail.WriteAsync("Shop", Tailing.VeryLongText);
            await slow.UntilAsync(message => message.Entry is not null);
            await tail.WriteAsync("Shop", "order", count: Written);
            await tail.WriteAsync("Bank", "not for us", count: Others);
            var end = await tail.WriteAsync("Shop", "end");
            await slow.UntilAsync(message => message.Cursor == end);
            var (received, all) = (slow.Texts.Count, Written + 3);
            check.Note("written", $"{Written} entries that match, while nothing is read");
            check.Note("missing", received < all ? "some" : "none");
            check.Note("counted", slow.Missed == all - received ? "all that are missing" : $"{slow.Missed}, and {all - received} are missing");
            check.Note("each gap", Misplaced(slow.Messages, Written + 2, Others) ?? "counts what is missing right there, and has the cursor before the next entry");
            check.Note("the last 4", string.Join(", ", slow.Messages.TakeLast(4).Select(message => message.Entry?.Message ?? "(no entry)")));
        });

        await check.MatchAsync("The queue holds `capacity` entries and drops the oldest one. Missed says exactly how many were dropped.");
    }

    [Fact, Trait("Todo", "03.6")]
    public async Task A_slow_reader_does_not_delay_the_others()
    {
        const int Rounds = 6;
        await using var check = new LabCheck();
        var (_, tail) = await StartAsync(check, "--Tail:QueueEntries=64");

        await check.CallAsync(async () =>
        {
            using var slow = await tail.FollowNewsAsync(new StreamLogsRequest());
            using var fast = await tail.FollowNewsAsync(new StreamLogsRequest());
            for (var round = 1; round <= Rounds; round++)
            {
                await tail.WriteAsync("Shop", Tailing.LongText, count: 32);
                await tail.WriteAsync("Shop", $"round {round}");
                await fast.UntilTextAsync($"round {round}");
            }

            check.Note("written", $"{Rounds * 33} entries, while one follower reads nothing");
            check.Note("the other", $"{fast.Texts.Count} entries, {fast.Missed} missed");
        });

        await check.MatchAsync("Code that logs never waits for a follower: Offer must not block, and each follower has its own queue.");
    }

    // The places of the entries have holes: each is where a gap says it is. Those of the others lie behind the last of the many.
    private static string? Misplaced(IReadOnlyList<StreamLogsResponse> messages, long last, int others)
    {
        var (place, gap) = (0L, 0L);
        foreach (var (message, next) in messages.Zip(messages.Skip(1).Append(null)))
        {
            if (message.Gap is not null)
            {
                gap += message.Gap.Dropped;
                if (next is not null && Tailing.Place(next) != Tailing.Place(message) + 1)
                {
                    return $"the cursor of a gap is {message.Cursor}, and that of the entry after it {next.Cursor}";
                }
            }
            else if (message.Entry is not null)
            {
                var missing = Tailing.Place(message) - place - 1 - (place <= last && Tailing.Place(message) > last ? others : 0);
                if (missing != gap)
                {
                    return $"{missing} are missing before entry {message.Cursor}, and the gap there says {gap}";
                }

                (place, gap) = (Tailing.Place(message), 0);
            }
        }

        return null;
    }
}
