using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Workshop.Harness;

namespace Workshop.CheckHost;

/// <summary>What nearly every check of a lab does, so that its code is compiled before a lab comes.</summary>
public sealed class WarmUpChecks
{
    [Fact, Trait("Todo", "00.1")]
    public async Task Makes_calls_of_each_kind()
    {
        await using var check = new LabCheck();
        check.MakeFolder();
        check.WatchReads();
        var client = new WarmUpService.WarmUpServiceClient(await check.StartAsync(WarmUpApp.Create, "--WarmUp:Number=2"));
        var item = new Item
        {
            Text = "one",
            Data = ByteString.CopyFrom([1, 2, 3]),
            Number = 1,
            Properties = { ["name"] = "value" },
            Time = Timestamp.FromDateTime(DateTime.UtcNow),
            Duration = Duration.FromTimeSpan(LabCheck.Limit),
        };

        await check.CallAsync(async () =>
        {
            await client.UnaryAsync(item, deadline: DateTime.UtcNow.Add(LabCheck.Limit));

            using var upload = client.ClientStream();
            await upload.RequestStream.WriteAsync(item);
            await upload.RequestStream.CompleteAsync();
            await upload;

            using var tail = client.ServerStream(item);
            await foreach (var _ in tail.ResponseStream.ReadAllAsync())
            {
            }

            using var chat = client.DuplexStream();
            await chat.RequestStream.WriteAsync(item);
            await chat.ResponseStream.MoveNext(CancellationToken.None);
            await chat.RequestStream.CompleteAsync();
            await chat.ResponseStream.MoveNext(CancellationToken.None);
        });
        await check.CallAsync(async () => await client.UnaryAsync(new Item()));
        await check.CallAsync(async () => await client.UnaryAsync(new Item { Text = "later" }));
        await check.SeeAsync("nothing", () => Task.FromResult<string?>(null), "Nothing.");
        var peer = await check.StartPeerAsync(WarmUpApp.Peer());
        await check.RunAsync((args, output, _) => WarmUpApp.RunAsync(args, output), "call", "call", "text", "--server", peer);

        await check.MatchAsync("Nothing: nobody reads this.");
    }

    /// <summary>It always fails: a failed check has code of its own.</summary>
    [Fact, Trait("Todo", "00.2")]
    public async Task Finds_a_difference()
    {
        await using var check = new LabCheck();
        check.Note("note", "another text than the snapshot's");

        await check.MatchAsync("Nothing: nobody reads this.");
    }
}
