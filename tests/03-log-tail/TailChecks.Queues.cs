using System.Globalization;
using Workshop.Harness;
using Workshop.Logs.V1;

namespace Workshop.Checks;

public sealed partial class TailChecks
{
    [Fact, Trait("Todo", "03.6")]
    public async Task Counts_what_a_slow_reader_missed()
    {
        const int Written = 100;
        await using var check = new LabCheck();
        var (_, tail) = await StartAsync(check, "--Tail:QueueEntries=4");

        await check.CallAsync(async () =>
        {
            using var slow = await tail.FollowNewsAsync(new StreamLogsRequest { SourcePrefix = "Shop" });
            await tail.WriteAsync("Shop", Tailing.LongText, count: Written);
            await tail.WriteAsync("Bank", "not for us", count: 3);
            await tail.WriteAsync("Shop", "end");
            await slow.UntilAsync(message => message.Cursor == $"e1.{Written + 4}");
            var received = slow.Texts.Count - 1;
            check.Note("written", $"{Written} entries that match, while nothing is read");
            check.Note("missing", received < Written ? "some" : "none");
            check.Note("counted", slow.Missed == Written - received
                ? "all that are missing"
                : $"{slow.Missed}, and {Written - received} are missing");
            check.Note("each gap", Misplaced(slow.Messages) ?? "counts what is missing right there, and has the cursor before the next entry");
            check.Note("the last 4", string.Join(", ", slow.Messages.TakeLast(4).Select(message => message.Entry?.Message.Split(' ')[^1] ?? "(no entry)")));
        });

        await check.MatchAsync("The queue holds options.QueueEntries and drops the oldest entry. Missed says exactly how many were dropped.");
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

    // The numbers behind the texts have holes: each is where a gap says it is.
    private static string? Misplaced(IReadOnlyList<StreamLogsResponse> messages)
    {
        var due = 1L;
        foreach (var (before, message) in messages.Zip(messages.Skip(1)))
        {
            due += before.Gap?.Dropped ?? 0;
            if (message.Entry?.Message.Split(' ') is [_, var number])
            {
                if (long.Parse(number, CultureInfo.InvariantCulture) != due)
                {
                    return $"after {(before.Gap is null ? "no gap" : $"a gap of {before.Gap.Dropped}")}, entry {number} came where {due} was due";
                }

                due++;
            }

            if (before.Gap is not null && Tailing.Place(message) != Tailing.Place(before) + 1)
            {
                return $"the cursor of a gap is {before.Cursor}, and that of the entry after it {message.Cursor}";
            }
        }

        return null;
    }
}
