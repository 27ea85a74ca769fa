using Workshop.Harness;
using Workshop.Logs.V1;

namespace Workshop.Checks;

public sealed partial class TailChecks
{
    [Fact, Trait("Todo", "03.4")]
    public async Task One_event_at_Verbose_is_one_entry_and_no_storm()
    {
        await using var check = new LabCheck();
        var (_, tail) = await StartAsync(
            check,
            "--Serilog:MinimumLevel:Default=Verbose",
            "--Serilog:MinimumLevel:Override:Microsoft=Verbose",
            "--Serilog:MinimumLevel:Override:Grpc=Verbose");

        await check.CallAsync(async () =>
        {
            using var following = await tail.FollowNewsAsync(new StreamLogsRequest { TailLines = 0 });
            await tail.WriteAsync("Shop", "one event");
            await tail.WriteAsync("Shop", "the end");
            await following.UntilTextAsync("the end");
            check.Note("written", "one event, then the end");
            check.Note("streamed", following.Texts.Count == 2 ? string.Join(", then ", following.Texts) : $"{following.Texts.Count} entries");
            check.Note("sources", string.Join(", ", following.Sources));
        });

        await check.MatchAsync(
            "For each message that is sent, gRPC and Kestrel log something, which is sent, too. Leave out their sources in Emit.");
    }

    [Fact, Trait("Todo", "03.3")]
    public async Task Goes_on_with_what_is_written()
    {
        await using var check = new LabCheck();
        var (recorded, tail) = await StartAsync(check);

        await check.CallAsync(async () =>
        {
            await tail.WriteAsync("Shop", "before");
            using var following = await recorded.FollowNewsAsync(new StreamLogsRequest { SourcePrefix = "Shop" });
            await tail.WriteAsync("Bank", "not for us");
            await tail.WriteAsync("Shop", "after");
            await following.UntilTextAsync("after");
        });

        await check.MatchAsync("After CaughtUp, send each entry of the queue as soon as it is there. Do not send entries that do not match.");
    }

    [Fact, Trait("Todo", "03.3")]
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
            var caughtUp = following.Messages.ToList().FindIndex(message => message.CaughtUp is not null);
            check.Note("stored", $"{caughtUp} entries, then caught up");
            check.Note("then", Show(following.Messages.Skip(caughtUp + 1)));
        });

        await check.MatchAsync(
            "Entries that are written while stored ones are sent must wait in the queue: take the snapshot and add the queue under one lock, before the first message.");
    }

    [Fact, Trait("Todo", "03.3")]
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
                check.Note(name, Show(follower.Messages));
            }
        });

        await check.MatchAsync("Each follower has a queue of its own, and every entry is offered to all of them.");
    }

    [Fact, Trait("Todo", "03.3")]
    public async Task Refuses_more_followers_than_it_serves()
    {
        await using var check = new LabCheck();
        var (recorded, tail) = await StartAsync(check, "--Tail:MaxFollowers=1");

        await check.CallAsync(async () =>
        {
            using var following = await tail.FollowNewsAsync(new StreamLogsRequest());
            await recorded.TryReadAsync(new StreamLogsRequest { Follow = true });
        });

        await check.MatchAsync("At most options.MaxFollowers may follow at once: refuse one more with TailErrors.TooManyFollowers.");
    }
}
