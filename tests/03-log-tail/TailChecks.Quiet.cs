using Grpc.Core;
using Workshop.Harness;
using Workshop.Logs.V1;

namespace Workshop.Checks;

public sealed partial class TailChecks
{
    [Fact, Trait("Todo", "03.6")]
    public async Task Says_that_it_is_there_when_nothing_matches()
    {
        await using var check = new LabCheck();
        var (_, tail) = await StartAsync(check, "--Tail:Heartbeat=00:00:00.050");

        await check.CallAsync(async () =>
        {
            using var following = await tail.FollowNewsAsync(new StreamLogsRequest { SourcePrefix = "Shop" });
            var end = await tail.WriteAsync("Bank", "not for us", count: 3);
            await following.UntilAsync(message => message.Heartbeat is not null && message.Cursor == end);
            check.Note("heartbeat", $"at {end}, after 3 entries that do not match");
            await tail.WriteAsync("Shop", "at last");
            await following.UntilTextAsync("at last");
            check.Note("entries", string.Join(", ", following.Texts));
        });

        await check.MatchAsync(
            "When nothing came for options.Heartbeat, send StreamMessages.Heartbeat with the cursor of hub.EndIfCaughtUp: a client that comes back skips what did not match.");
    }

    [Fact, Trait("Todo", "03.6")]
    public async Task Has_one_writer_per_stream_also_for_heartbeats()
    {
        const int Written = 100;
        await using var check = new LabCheck();
        var (_, tail) = await StartAsync(check, "--Tail:Heartbeat=00:00:00.020");

        await check.CallAsync(async () =>
        {
            using var slow = await tail.FollowNewsAsync(new StreamLogsRequest { SourcePrefix = "Shop" });
            using var quiet = await tail.FollowNewsAsync(new StreamLogsRequest { SourcePrefix = "Nobody" });
            await tail.WriteAsync("Shop", Tailing.LongText, count: Written);
            await tail.WriteAsync("Shop", "end");
            // By now the slow reader would have got a heartbeat as well, if its write did not wait.
            await quiet.UntilAsync(_ => quiet.Messages.Count(message => message.Heartbeat is not null) > 3);
            await slow.UntilTextAsync("end");
            check.Note("written", $"{Written + 1} entries, and nothing was read for some heartbeats");
            check.Note("streamed", $"{slow.Texts.Count} entries");
        });

        await check.MatchAsync("A second write while one is pending ends the stream: send heartbeats from the loop that sends entries, not from a timer.");
    }

    [Fact, Trait("Todo", "03.6")]
    public async Task Stops_when_the_client_leaves()
    {
        await using var check = new LabCheck();
        var (_, tail) = await StartAsync(check, "--Tail:MaxFollowers=1");

        await check.CallAsync(async () =>
        {
            using (await tail.FollowNewsAsync(new StreamLogsRequest()))
            {
                check.Note("follower", "leaves");
            }

            // There is only one place: its own.
            await check.UntilAsync("The stream of a client that left did not end", async () =>
            {
                try
                {
                    using var next = await tail.FollowNewsAsync(new StreamLogsRequest());
                    return next.Messages.Count > 0;
                }
                catch (RpcException exception) when (exception.StatusCode is StatusCode.ResourceExhausted)
                {
                    return false;
                }
            });
            check.Note("its place", "is free again");
        });

        await check.MatchAsync("StreamEnd.Token is cancelled when the client has left: pass it to every wait.");
    }

    [Fact, Trait("Todo", "03.8")]
    public async Task Tells_every_follower_when_the_server_stops()
    {
        await using var check = new LabCheck();
        var (recorded, tail) = await StartAsync(check);

        await check.CallAsync(async () =>
        {
            using var shown = await recorded.FollowNewsAsync(new StreamLogsRequest { TailLines = 0 });
            var others = await Task.WhenAll(
                Enumerable.Range(0, 10).Select(_ => tail.FollowNewsAsync(new StreamLogsRequest { TailLines = 0 })));
            await tail.WriteAsync("Shop", "the last entry");
            await shown.UntilTextAsync("the last entry");
            var ends = Task.WhenAll(others.Select(other => other.EndAsync()));
            var end = shown.EndAsync();
            await check.StopServerAsync();
            await end;
            check.Note("10 others", string.Join(", ", (await ends).Distinct().Select(status => $"all {status}")));
        });

        await check.MatchAsync(
            "No token of the call is cancelled when the server stops: link serverStopping to it, and return UNAVAILABLE with the cursor.");
    }
}
