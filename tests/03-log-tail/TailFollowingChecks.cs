using System.Diagnostics.Metrics;
using Grpc.Core.Interceptors;
using Workshop.Harness;
using Workshop.Logs.V1;
using static Workshop.Checks.TailStart;

namespace Workshop.Checks;

public sealed class TailFollowingChecks
{
    [Fact, Trait("Todo", "03.4")]
    public async Task Goes_on_with_what_is_written()
    {
        await using var check = new LabCheck();
        var (_, tail) = await StartAsync(check);

        await check.CallAsync(async () =>
        {
            await tail.WriteAsync("Shop", "before");
            using var following = await tail.FollowNewsAsync(new StreamLogsRequest { SourcePrefix = "Shop" });
            await tail.WriteAsync("Bank", "not for us");
            await tail.WriteAsync("Shop", "after");
            await following.UntilTextAsync("after");
            check.Note("streamed", Show(following.EntriesAndCaughtUp));
        });

        await check.MatchAsync("Follow adds a queue to the list, and Publish offers each record to every queue.");
    }

    [Fact, Trait("Todo", "03.4")]
    public async Task Hands_over_from_history_to_live_without_a_loss()
    {
        await using var check = new LabCheck();
        var (_, tail) = await StartAsync(check);

        await check.CallAsync(async () =>
        {
            await tail.WriteAsync("Shop", Tailing.LongText, count: 100);
            using var following = tail.Follow(new StreamLogsRequest());
            // The server cannot have sent all stored entries yet: they are more than the client's window.
            await following.UntilAsync(_ => true);
            await tail.WriteAsync("Shop", "news", count: 3);
            await following.UntilTextAsync("news 3");
            var caughtUp = following.EntriesAndCaughtUp.ToList().FindIndex(message => message.CaughtUp is not null);
            check.Note("stored", $"{caughtUp} entries, then caught up at {following.EntriesAndCaughtUp[Math.Max(caughtUp, 0)].Cursor}");
            check.Note("then", Show(following.EntriesAndCaughtUp.Skip(caughtUp + 1)));
        });

        await check.MatchAsync(
            "Entries that are written while stored ones are sent must wait in the queue: the snapshot ends where the queue begins.");
    }

    [Fact, Trait("Todo", "03.4")]
    public async Task Loses_nothing_and_repeats_nothing_where_the_queue_begins()
    {
        const int Kept = 10_000;
        const int Followers = 20;
        await using var check = new LabCheck();
        var (_, tail) = await StartAsync(check, $"--Tail:BufferEntries={Kept}", "--Tail:QueueEntries=100000");

        await check.CallAsync(async () =>
        {
            await tail.WriteAsync("Shop", "x", count: Kept);
            using var moment = new SnapshotMoment(() => tail.WriteAsync("Shop", "in between"), times: 4);
            var followers = new Tailing(check, check.Unrecorded.Intercept(moment.Mark));
            var writing = Task.Run(() => tail.WriteAsync("Shop", "x", count: Kept));
            var problem = "none";
            for (var follower = 0; follower < Followers && problem == "none"; follower++)
            {
                using var following = await followers.FollowNewsAsync(new StreamLogsRequest { TailLines = 0 });
                await tail.WriteAsync("Shop", "one more");
                await following.UntilAsync(message => message.Entry is not null);
                problem = following.EntriesAndCaughtUp.Select(Tailing.Place).ToArray() is [var end, var next] && next == end + 1
                    ? problem
                    : $"behind entry {Tailing.Place(following.EntriesAndCaughtUp[0])}, the last of the snapshot, came entry {Tailing.Place(following.EntriesAndCaughtUp[^1])} from the queue";
            }

            await writing;
            check.Note("written", "all the time, while one client after the other begins to follow");
            check.Note("problem", problem);
        });

        await check.MatchAsync(
            "Add the queue and take the snapshot under the one lock that Publish takes: no entry can come between them then.");
    }

    [Fact, Trait("Todo", "03.4")]
    public async Task Gives_every_follower_what_it_asked_for()
    {
        await using var check = new LabCheck();
        var (_, tail) = await StartAsync(check);

        await check.CallAsync(async () =>
        {
            using var everything = await tail.FollowNewsAsync(new StreamLogsRequest());
            using var warnings = await tail.FollowNewsAsync(new StreamLogsRequest { MinLevel = Level.Warning });
            using var bank = await tail.FollowNewsAsync(new StreamLogsRequest { SourcePrefix = "Bank" });
            await tail.WriteAsync("Bank", "open");
            await tail.WriteAsync("Shop", "burning", Level.Error);
            await tail.WriteAsync("Bank", "end", Level.Fatal);
            foreach (var (name, follower) in new[] { ("everything", everything), ("warnings", warnings), ("bank", bank) })
            {
                await follower.UntilTextAsync("end");
                check.Note(name, Show(follower.EntriesAndCaughtUp));
            }
        });

        await check.MatchAsync("Each follower has a queue of its own, and every entry is offered to all of them.");
    }

    [Fact, Trait("Todo", "03.4")]
    public async Task Removes_the_queue_of_a_follower_that_left()
    {
        await using var check = new LabCheck();
        using var gauge = new Gauge();
        check.Use<IMeterFactory>(gauge);
        var (_, tail) = await StartAsync(check);

        await check.CallAsync(async () =>
        {
            using (await tail.FollowNewsAsync(new StreamLogsRequest()))
            {
                check.Note("queues", $"{gauge.Queues} while a client follows");
            }

            await check.UntilAsync("The stream of a client that left did not end", () => Task.FromResult(gauge.Streams == 0));
            check.Note("queues", $"{gauge.Queues} when its stream has ended");
        });

        await check.MatchAsync("Leave takes the queue out of the list. A queue that stays fills for ever: nobody reads it.");
    }
}
