using Workshop.Harness;
using Workshop.Tail;

namespace Workshop.Checks;

public sealed partial class TailChecks
{
    [Fact, Trait("Todo", "03.9")]
    public async Task The_client_goes_on_where_it_was()
    {
        await using var check = new LabCheck();

        await FollowAsync(check, ScriptedLogs.Cut);

        await check.MatchAsync("Keep the cursor of the message that was shown last, and ask for what comes after it.");
    }

    [Fact, Trait("Todo", "03.9")]
    public async Task The_client_gives_up_after_the_retries_that_it_may_make()
    {
        await using var check = new LabCheck();

        await FollowAsync(check, ScriptedLogs.Unlucky, "--retries", "1");

        await check.MatchAsync("RetryRules.Delay says whether and when to try again: pass the number of failures since the last message.");
    }

    [Fact, Trait("Todo", "03.9")]
    public async Task The_client_takes_a_silent_stream_for_dead()
    {
        await using var check = new LabCheck();

        await FollowAsync(check, ScriptedLogs.Silent);

        await check.MatchAsync("TailStream ends a stream without heartbeats with UNAVAILABLE: open another one.");
    }

    private static async Task FollowAsync(LabCheck check, string script, params string[] args)
    {
        var peer = await check.StartPeerAsync(new ScriptedLogs());
        await check.RunAsync(
            (rest, output, error) => TailCommandLine.RunAsync(["tail", .. rest], output, error), "tail", ["--follow", "--source", script, "--utc", "--server", peer, .. args]);
    }
}
