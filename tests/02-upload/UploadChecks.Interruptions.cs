using Grpc.Core;
using Workshop.Files.V1;
using Workshop.Harness;
using static Workshop.Checks.Messages;

namespace Workshop.Checks;

public sealed partial class UploadChecks
{
    [Fact, Trait("Todo", "02.6")]
    public async Task Keeps_what_arrived_when_the_client_goes_away()
    {
        await using var check = new LabCheck();
        var (files, folder) = await StartAsync(check, "--Upload:MaxConcurrent=1");
        var unrecorded = new Uploading(check, check.Unrecorded);
        var id = "";

        await check.CallAsync(async () =>
        {
            using (var call = await unrecorded.OpenAsync(Metadata("cut.txt", 10), Chunk(0, "what came")))
            {
                id = await Uploading.IdAsync(call);
                await unrecorded.UntilStoredAsync(id, 9);
            }

            // There is only one slot: that of the call that was cut.
            await check.UntilAsync("The upload that was cut did not end", async () =>
                await Uploading.OutcomeAsync(unrecorded.SendAsync(Metadata("next.txt", 0))) == "OK");
            await files.Files.GetUploadStatusAsync(new GetUploadStatusRequest { FileId = id });
        });
        check.Note("files", $"{folder.Files().Count(file => Path.GetExtension(file) == ".part")} unfinished");

        await check.MatchAsync("When a client disconnects, MoveNext throws: end the upload, and keep what came.");
    }

    [Fact, Trait("Todo", "02.6")]
    public async Task Ends_an_upload_that_makes_no_progress()
    {
        await using var check = new LabCheck();
        await StartAsync(check, "--Upload:IdleTimeout=00:00:00.100");
        var files = new Uploading(check, check.Unrecorded);

        await check.CallAsync(async () =>
        {
            using var silent = await files.OpenAsync(Metadata("silent.txt", 10));
            check.Note("silence", await Uploading.OutcomeAsync(silent.ResponseAsync));
            using var alive = await files.OpenAsync(Metadata("alive.txt", 10));
            await check.UntilAsync("The upload did not end", async () =>
            {
                try
                {
                    await alive.RequestStream.WriteAsync(Chunk(0, ""));
                }
                catch (RpcException)
                {
                    // The call has the status.
                }

                return alive.ResponseAsync.IsCompleted;
            });
            check.Note("heartbeat", await Uploading.OutcomeAsync(alive.ResponseAsync));
        });

        await check.MatchAsync(
            "Wait for each message for idleTimeout at most. An empty chunk is no progress: it does not restart the time limit.");
    }

    [Fact, Trait("Todo", "02.6")]
    public async Task Ends_uploads_when_the_server_stops()
    {
        await using var check = new LabCheck();
        var (files, folder) = await StartAsync(check);
        var unrecorded = new Uploading(check, check.Unrecorded);

        await check.CallAsync(async () =>
        {
            using var call = await files.OpenAsync(Metadata("stop.txt", 10), Chunk(0, "so far"));
            var id = await Uploading.IdAsync(call);
            await unrecorded.UntilStoredAsync(id, 6);
            var answer = Uploading.OutcomeAsync(call.ResponseAsync);
            await check.StopServerAsync();
            await answer;
        });
        folder.Note();

        await check.MatchAsync("No token of the call is cancelled when the server stops: link serverStopping to it, and refuse with UNAVAILABLE.");
    }
}
