using Workshop.Chat.V1;
using Workshop.Harness;

namespace Workshop.Checks;

public sealed class SlowMemberChecks
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(9);

    [Fact, Trait("Todo", "07.7")]
    public async Task Kicks_a_member_who_takes_nothing()
    {
        await using var check = new LabCheck();
        var time = check.UseTime(new WatchedTime(Limit));
        var lab = await ChatLab.StartAsync(check, "--Chat:StallLimit=00:00:09");

        await check.CallAsync(async () =>
        {
            using var slow = await lab.JoinAsync("slow");
            using var fast = await lab.ListenAsync();
            await SayUntilTheServerWaitsAsync(check, lab, fast, time);
            time.Advance(Limit - TimeSpan.FromMilliseconds(1));
            await lab.SayAsync("bot", "before the limit");
            await fast.UntilTextAsync("before the limit");
            time.Advance(TimeSpan.FromMilliseconds(2));
            await fast.UntilLeftAsync("slow");
            check.Note("the others", $"{fast.Texts.Count} texts, holes: {fast.Holes()}, then: (left slow)");
            check.Note("its status", await slow.EndAsync());
            check.Note("its holes", slow.Holes());
            check.Note("its last", slow.Events[^1].Kicked is { Reason: Kicked.Types.Reason.SlowReader } ? "kicked: slow reader" : "not kicked");
        });

        await check.MatchAsync("Hold a last event, `kicked`, and throw ChatErrors.SlowReader: then the session ends, and its member has gone.");
    }

    [Fact, Trait("Todo", "07.7")]
    public async Task Says_where_the_kicked_member_can_resume()
    {
        await using var check = new LabCheck();
        var time = check.UseTime(new WatchedTime(Limit));
        var lab = await ChatLab.StartAsync(check, "--Chat:StallLimit=00:00:09");

        await check.CallAsync(async () =>
        {
            using var slow = await lab.ListenAsync(name: "slow");
            using var fast = await lab.ListenAsync();
            await SayUntilTheServerWaitsAsync(check, lab, fast, time);
            time.Advance(Limit);
            check.Note("status", await slow.EndAsync());
            check.Note("kicked", slow.Events[^1].Kicked is null ? "no" : $"after event {Relative(slow)}");
            check.Note("last_seq", slow.Facts.GetValueOrDefault("last_seq") == $"{slow.Events[^1].Seq}" ? "that of the last event" : "another number than that of the last event");
        });

        await check.MatchAsync("stream.LastSeq is the number of the last event that was sent.");

        static string Relative(EventReader reader) => reader.Events[^1].Seq == reader.Events[^2].Seq ? "that came last" : "that never came";
    }

    // More than the windows and buffers of a client that reads nothing hold.
    private static async Task SayUntilTheServerWaitsAsync(LabCheck check, ChatLab lab, EventReader fast, WatchedTime time)
    {
        var text = new string('x', 100_000);
        for (var i = 0; i < 6; i++)
        {
            await lab.SayAsync("bot", text);
            await fast.UntilTextAsync(text);
        }

        await check.SeeAsync(
            "The server waits 9 s for a client that takes nothing, by its TimeProvider",
            () => Task.FromResult(time.Waiting == 1 ? null : "it waits without an end"),
            "`flush.WaitAsync(limit, time, stop)` ends with a TimeoutException.");
    }
}
