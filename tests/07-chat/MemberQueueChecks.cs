using Microsoft.AspNetCore.Hosting;
using Workshop.Harness;

namespace Workshop.Checks;

public sealed class MemberQueueChecks
{
    // More than a client takes in before it reads.
    private static readonly string VeryLong = new('x', 100_000);

    [Fact, Trait("Todo", "07.3")]
    public async Task New_events_follow_the_kept_ones()
    {
        await using var check = new LabCheck();
        var lab = await ChatLab.StartAsync(check);

        await check.CallAsync(async () =>
        {
            await lab.SayAsync("bot", "before");
            using var first = await lab.ListenAsync(history: 1);
            using var second = await lab.ListenAsync();
            await lab.SayAsync("bot", "after");
            await first.UntilTextAsync("after");
            await second.UntilTextAsync("after");
            await lab.SayAsync("bot", "and again");
            await first.UntilTextAsync("and again");
            check.Note("one", first.ShowWithoutPresence());
            check.Note("another", second.ShowWithoutPresence());
        });

        await check.MatchAsync("The writer takes what waits, sends it, and flushes when nothing waits any more. Then it waits again.");
    }

    [Fact, Trait("Todo", "07.3")]
    public async Task Loses_nothing_and_repeats_nothing_where_the_queue_begins()
    {
        await using var check = new LabCheck();
        var lab = await ChatLab.StartAsync(check);

        await check.CallAsync(async () =>
        {
            using var before = await lab.ListenAsync();
            using var moment = new SnapshotMoment(before.Resume.RoomId, () => lab.SayAsync("bot", "in between"), times: 2);
            using var listener = await lab.ListenAsync(history: 10);
            await lab.SayAsync("bot", "one more");
            await listener.UntilTextAsync("one more");
            check.Note("said", "something at the moment when the listener comes, then one more");
            check.Note("missed", $"{listener.Events.Count(happened => happened.Missed is not null)} times");
            check.Note("holes", listener.Holes());
        });

        await check.MatchAsync("Add the queue and take the snapshot under the one lock that Publish takes: no event can come between them then.");
    }

    [Fact, Trait("Todo", "07.3")]
    public async Task Counts_what_a_slow_member_missed_in_its_place()
    {
        const int Said = 60;
        await using var check = new LabCheck();
        var lab = await ChatLab.StartAsync(check, "--Chat:QueueEvents=4");

        await check.CallAsync(async () =>
        {
            using var slow = await lab.ListenAsync(name: "slow");
            using var fast = await lab.ListenAsync(name: "fast");
            // The first fill what the client takes in: then the server waits.
            for (var i = 0; i < 4; i++)
            {
                await lab.SayAsync("bot", VeryLong);
                await fast.UntilTextAsync(VeryLong);
            }

            for (var i = 1; i <= Said; i++)
            {
                await lab.SayAsync("bot", $"{i}");
                await fast.UntilTextAsync($"{i}");
            }

            check.Note("said", $"{Said} texts, while one member reads nothing");
            await slow.UntilTextAsync($"{Said}");
            var missed = slow.Events.Sum(happened => happened.Missed?.Count ?? 0);
            check.Note("missed", missed > 0 ? "some" : "none");
            check.Note("holes", slow.Holes());
            check.Note("counted", $"{slow.Texts.Count + missed} of {Said + 4} came or were missed");
            check.Note("the last 4", string.Join(", ", slow.Events.TakeLast(4).Select(happened => happened.Said?.Text)));
            check.Note("another", $"{fast.Texts.Count} texts, {fast.Events.Count(happened => happened.Missed is not null)} times missed");
        });

        await check.MatchAsync("The queue drops the oldest of too many. The writer sends how many are missing, right before the next event: the numbers say it.");
    }

    [Fact, Trait("Todo", "07.3")]
    public async Task Holds_only_so_many_bytes()
    {
        await using var check = new LabCheck();
        var lab = await ChatLab.StartAsync(check, "--Chat:QueueBytes=500000", "--Chat:HistoryEvents=1");

        await check.CallAsync(async () =>
        {
            using var slow = await lab.ListenAsync(name: "slow");
            using var fast = await lab.ListenAsync(name: "fast");
            for (var i = 1; i <= 30; i++)
            {
                await lab.SayAsync("bot", VeryLong, $"{i}");
                await fast.UntilTextAsync($"{i}");
            }

            await slow.UntilTextAsync("30");
            check.Note("said", "30 texts of 100 kB, while one member reads nothing and 500 kB may wait");
            var late = slow.Texts.Count(text => text == VeryLong);
            check.Note("came late", late <= 6 ? "6 of them at most" : $"{late} of them");
            check.Note("holes", slow.Holes());
        });

        await check.MatchAsync("Count the bytes of what waits: what is dropped or taken does not count any more. The newest event may always wait.");
    }

    [Fact, Trait("Todo", "07.3")]
    public async Task Flushes_when_nothing_waits_any_more()
    {
        const int Waiting = 20;
        await using var check = new LabCheck();
        var flushes = UseFlushes(check);
        var lab = await ChatLab.StartAsync(check);

        await check.CallAsync(async () =>
        {
            using var listener = await lab.ListenAsync();
            await HoldWriterAsync(check, lab, flushes);
            await lab.SayAsync("bot", Enumerable.Range(1, Waiting).Select(i => $"{i}"));
            check.Note("said", $"{Waiting} short texts, while the writer waits for its client");
            flushes.Release();
            await listener.UntilTextAsync($"{Waiting}");
            check.Note("then", $"{listener.Texts.Count - 1} texts come; flushes: {flushes.Count}");
        });

        await check.MatchAsync("Flush behind the inner loop, when nothing waits any more: a flush is a packet.");
    }

    [Fact, Trait("Todo", "07.3")]
    public async Task A_large_event_takes_the_place_of_several_small_ones()
    {
        await using var check = new LabCheck();
        var flushes = UseFlushes(check);
        var lab = await ChatLab.StartAsync(check, "--Chat:QueueBytes=2000");

        await check.CallAsync(async () =>
        {
            using var listener = await lab.ListenAsync();
            await HoldWriterAsync(check, lab, flushes);
            await lab.SayAsync("bot", "1", "2", "3", "4", "5", new string('x', 1000));
            flushes.Release();
            await check.SeeAsync(
                "The writer sends what waits, and flushes",
                () => Task.FromResult(flushes.Count > 0 ? null : "no flush"),
                "Flush when nothing waits any more.");
            await lab.SayAsync("bot", "end");
            await listener.UntilTextAsync("end");
            check.Note("said", "1 to 5, and a text that takes all the bytes that may wait");
            check.Note("comes", listener.ShowWithoutPresence());
        });

        await check.MatchAsync("Drop the oldest as long as too many bytes wait: one is not always enough. The newest event may always wait.");
    }

    [Fact, Trait("Todo", "07.3")]
    public async Task What_was_taken_does_not_count_any_more()
    {
        await using var check = new LabCheck();
        var flushes = UseFlushes(check);
        // Some seven short texts.
        var lab = await ChatLab.StartAsync(check, "--Chat:QueueBytes=2000");

        await check.CallAsync(async () =>
        {
            using var listener = await lab.ListenAsync();
            for (var i = 1; i <= 10; i++)
            {
                await lab.SayAsync("bot", $"{i}");
                await listener.UntilTextAsync($"{i}");
            }

            await HoldWriterAsync(check, lab, flushes);
            await lab.SayAsync("bot", "a", "b", "c");
            flushes.Release();
            await listener.UntilTextAsync("c");
            check.Note("said", "1 to 10, each of which came at once; then three texts, while the writer waits for its client");
            check.Note("comes", listener.ShowWithoutPresence());
        });

        await check.MatchAsync("TryTake subtracts the bytes of what it takes: only what waits counts.");
    }

    private static Flushes UseFlushes(LabCheck check)
    {
        var flushes = new Flushes();
        check.Use<IStartupFilter>(flushes);
        return flushes;
    }

    // What is said from then on waits in the queue.
    private static async Task HoldWriterAsync(LabCheck check, ChatLab lab, Flushes flushes)
    {
        flushes.Hold();
        await lab.SayAsync("bot", "first");
        await check.SeeAsync(
            "The writer flushes the text 'first'", () => Task.FromResult(flushes.Count > 0 ? null : "no flush"), "Flush when nothing waits any more.");
    }
}
