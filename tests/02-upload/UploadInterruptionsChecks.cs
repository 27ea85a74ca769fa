using Workshop.Files.V1;
using Workshop.Harness;
using static Workshop.Checks.Messages;
using static Workshop.Checks.UploadStart;

namespace Workshop.Checks;

public sealed class UploadInterruptionsChecks
{
    private const int MostMessages = 8;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    [Fact, Trait("Todo", "02.7")]
    public async Task Keeps_what_arrived_when_the_client_goes_away()
    {
        await using var check = new LabCheck();
        var (files, folder) = await StartAsync(check, "--Upload:MaxConcurrent=1");
        var unrecorded = files.Unrecorded();
        var looking = files.Looking();
        var id = "";

        await check.CallAsync(async () =>
        {
            using (var call = await unrecorded.OpenAsync(Metadata("cut.txt", 10), Chunk(0, "what came")))
            {
                id = await Uploading.IdAsync(call);
                await files.HandledAsync(call: 1, messages: 2);
            }

            // There is only one slot: that of the call that was cut.
            await check.SeeAsync(
                "After the client has gone, the server ends its call",
                async () => await Uploading.OutcomeAsync(looking.SendAsync(Metadata("next.txt", 0))) is "OK" ? null : "it still waits",
                "When reading fails and no other token was cancelled, the client is gone: refuse with ClientGone.");
            await files.Files.GetUploadStatusAsync(new GetUploadStatusRequest { FileId = id });
        });
        check.Note("files", $"{folder.Parts().Count()} unfinished");

        await check.MatchAsync("When a client disconnects, MoveNext throws: refuse with ClientGone.");
    }

    [Fact, Trait("Todo", "02.7")]
    public async Task Ends_an_upload_that_makes_no_progress()
    {
        await using var check = new LabCheck();
        var time = check.UseTime(new ManualTime());
        var files = (await StartAsync(check, "--Upload:IdleTimeout=00:00:30")).Files.Unrecorded();

        await check.CallAsync(async () =>
        {
            using var alive = await files.OpenAsync(Metadata("alive.txt", 10), Chunk(0, "12345"));
            for (var handled = 2; handled < MostMessages && !files.HasEnded(call: 1); handled++)
            {
                await files.HandledAsync(call: 1, messages: handled);
                time.Advance(Pause);
                await Uploading.TryWriteAsync(alive, Chunk(5, ""));
            }

            check.Note("heartbeats", files.HasEnded(call: 1) ? await Uploading.OutcomeAsync(alive.ResponseAsync) : "still open after 60 s");

            using var silent = await files.OpenAsync(Metadata("silent.txt", 10), Chunk(0, "12345"));
            await files.HandledAsync(call: 2, messages: 2);
            time.Advance(3 * Pause);
            await check.SeeAsync(
                "After 30 s without a message, the server ends the call",
                () => Task.FromResult(files.HasEnded(call: 2) ? null : "it still waits"),
                "idle.Start before the wait, and wait with a token that idle.Reached cancels.");
            check.Note("silence", await Uploading.OutcomeAsync(silent.ResponseAsync));
        });

        await check.MatchAsync(
            "idle.Start before each wait, idle.Pause after it, and idle.Reached among what ends the wait. An empty chunk is no progress.");
    }

    [Fact, Trait("Todo", "02.7")]
    public async Task Does_not_count_the_time_that_the_server_needs()
    {
        await using var check = new LabCheck();
        check.UseTime(new SlowStoreTime());
        var (files, _) = await StartAsync(check, "--Upload:IdleTimeout=00:00:30");

        await check.CallAsync(() => files.SendAsync(Metadata("slow.txt", 10), Chunk(0, "12345")));

        await check.MatchAsync("While the server opened the file, 60 s passed. Call idle.Pause after the wait: in a finally block.");
    }

    [Fact, Trait("Todo", "02.7")]
    public async Task Ends_uploads_when_the_server_stops()
    {
        await using var check = new LabCheck();
        var (files, folder) = await StartAsync(check);

        await check.CallAsync(async () =>
        {
            using var call = await files.OpenAsync(Metadata("stop.txt", 10), Chunk(0, "so far"));
            await files.HandledAsync(call: 1, messages: 2);
            var answer = Uploading.OutcomeAsync(call.ResponseAsync);
            await check.StopServerAsync();
            await answer;
        });
        folder.Note();

        await check.MatchAsync("No token of the call is cancelled when the server stops. serverStopping is: refuse with ServerStopping.");
    }

    // The store asks what time it is when it opens a file.
    private sealed class SlowStoreTime : ManualTime
    {
        public override DateTimeOffset GetUtcNow()
        {
            Advance(TimeSpan.FromSeconds(60));
            return base.GetUtcNow();
        }
    }
}
