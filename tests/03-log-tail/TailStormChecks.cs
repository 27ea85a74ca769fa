using Workshop.Harness;
using Workshop.Logs.V1;
using static Workshop.Checks.TailStart;

namespace Workshop.Checks;

public sealed class TailStormChecks
{
    [Fact, Trait("Todo", "03.5")]
    public async Task One_event_at_Verbose_is_one_entry_and_no_storm()
    {
        await using var check = new LabCheck();
        var (_, tail) = await StartAsync(
            check,
            "--Tail:QueueEntries=1000000",
            "--Serilog:MinimumLevel:Default=Verbose",
            "--Serilog:MinimumLevel:Override:Microsoft=Verbose",
            "--Serilog:MinimumLevel:Override:Grpc=Verbose");

        await check.CallAsync(async () =>
        {
            using var following = await tail.FollowNewsAsync(new StreamLogsRequest { TailLines = 0 });
            await tail.WriteAsync("Shop.Grpc.Orders", "one event");
            await tail.WriteAsync("Microsoft.AspNetCoreShop", "the end");
            await following.UntilTextAsync("the end");
            check.Note("written", "one event, then the end");
            check.Note("streamed", following.Texts.Count == 2 ? string.Join(", then ", following.Texts) : $"{following.Texts.Count} entries");
            check.Note("sources", string.Join(", ", following.Sources));
        });

        await check.MatchAsync(
            "For each message that is sent, gRPC and Kestrel log something, which is sent, too. Leave out their sources in Emit.");
    }
}
