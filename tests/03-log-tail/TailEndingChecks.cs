using System.Diagnostics.Metrics;
using Workshop.Harness;
using Workshop.Logs.V1;
using static Workshop.Checks.TailStart;

namespace Workshop.Checks;

public sealed class TailEndingChecks
{
    [Fact, Trait("Todo", "03.9")]
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

    [Fact, Trait("Todo", "03.9")]
    public async Task Stops_when_the_client_leaves()
    {
        await using var check = new LabCheck();
        using var gauge = new Gauge();
        check.Use<IMeterFactory>(gauge);
        var (_, tail) = await StartAsync(check);

        await check.CallAsync(async () =>
        {
            using (await tail.FollowNewsAsync(new StreamLogsRequest()))
            {
                check.Note("streams", $"{gauge.Streams} while a client follows");
            }

            await check.UntilAsync("The stream of a client that left did not end", () => Task.FromResult(gauge.Streams == 0));
            check.Note("streams", $"{gauge.Streams} when it has left");
        });

        await check.MatchAsync("Token must be cancelled for clientGone as well.");
    }
}
