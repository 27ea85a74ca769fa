using FsCheck;
using FsCheck.Fluent;
using Workshop.Harness;
using Workshop.Logs.V1;

namespace Workshop.Checks;

public sealed partial class TailChecks
{
    [Fact, Trait("Todo", "03.5")]
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
            await slow.UntilTextAsync("end");
            var received = slow.Texts.Count - 1;
            check.Note("written", $"{Written} entries that match, while nothing is read");
            check.Note("missing", received < Written ? "some" : "none");
            check.Note("counted", slow.Missed == Written - received
                ? "all that are missing"
                : $"{slow.Missed}, and {Written - received} are missing");
        });

        await check.MatchAsync("The queue holds options.QueueEntries and drops the oldest entry. A gap says exactly how many were dropped.");
    }

    [Fact, Trait("Todo", "03.5")]
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

    [Fact, Trait("Todo", "03.5")]
    public async Task Any_interleaving_gives_each_entry_once_in_order_or_counts_it_as_missed()
    {
        const int Plans = 12;
        const int PlanSize = 20;
        await using var check = new LabCheck();
        var (_, tail) = await StartAsync(check, "--Tail:QueueEntries=16");
        var plans =
            from kept in Gen.Choose(0, 30)
            from bursts in Gen.NonEmptyListOf(Gen.Choose(1, 120))
            from followers in Gen.Choose(1, 3)
            select new Plan(kept, [.. bursts.Take(4)], followers);

        await check.CallAsync(async () =>
        {
            var number = 0;
            var problem = "none";
            // A random seed would make a check that fails on one day and passes on the next.
            foreach (var plan in Gen.Sample(plans, Plans, new Rnd(20261121), PlanSize))
            {
                problem = await PlanRun.ProblemAsync(tail, $"Plan{++number}", plan) ?? problem;
            }

            check.Note("plans", $"{number} of writers and followers at the same time");
            check.Note("problem", problem);
        });

        await check.MatchAsync("Take the snapshot and add the queue under one lock: no entry may be lost between them, and none may be in both.");
    }
}
