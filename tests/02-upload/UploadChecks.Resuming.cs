using Google.Protobuf;
using Grpc.Core;
using Workshop.Files.V1;
using Workshop.Harness;
using Workshop.Upload;
using static Workshop.Checks.Messages;

namespace Workshop.Checks;

public sealed partial class UploadChecks
{
    [Fact, Trait("Todo", "02.7")]
    public async Task Goes_on_where_an_upload_was_cut_even_after_a_restart()
    {
        await using var check = new LabCheck();
        var folder = new StoreFolder(check);
        var files = new Uploading(check, await check.StartAsync(UploadApp.Create, folder.Args));

        var id = "";
        await check.CallAsync(async () => id = (await files.SendAsync(Metadata("two.txt", 12), Chunk(0, "part 1"))).FileId);
        await check.StopServerAsync();
        files = new Uploading(check, await check.StartAsync(UploadApp.Create, folder.Args));
        await check.CallAsync(async () => await files.Files.GetUploadStatusAsync(new GetUploadStatusRequest { FileId = id }));
        await check.CallAsync(() => files.SendAsync(Metadata("two.txt", 12, id), Chunk(6, "part 2"), Commit("part 1part 2")));
        folder.Note();

        await check.MatchAsync("With a file_id, find the record and call store.ContinueAsync; do not begin a new upload.");
    }

    [Fact, Trait("Todo", "02.7")]
    public async Task Skips_what_it_has_and_refuses_a_gap()
    {
        await using var check = new LabCheck();
        var (files, folder) = await StartAsync(check);

        await check.CallAsync(() => files.SendAsync(
            Metadata("overlap.txt", 9), Chunk(0, "12345"), Chunk(0, "123"), Chunk(3, "4567"), Chunk(7, "89"), Commit("123456789")));
        await check.CallAsync(() => files.AnswerToAsync(Metadata("gap.txt", 9), Chunk(0, "12345"), Chunk(6, "789")));
        await check.CallAsync(() => files.AnswerToAsync(Metadata("odd.txt", 9), Chunk(-1, "0123")));
        folder.Note();

        await check.MatchAsync("When a chunk begins before the end of the stored bytes, append its new part. When it begins after the end, refuse the gap.");
    }

    [Fact, Trait("Todo", "02.7")]
    public async Task Lets_one_call_at_a_time_write_to_a_file()
    {
        await using var check = new LabCheck();
        var (files, folder) = await StartAsync(check);

        await check.CallAsync(async () =>
        {
            using var first = await new Uploading(check, check.Unrecorded).OpenAsync(
                Metadata("shared.txt", 5), Chunk(0, "fir"));
            var id = await Uploading.IdAsync(first);
            await files.AnswerToAsync(Metadata("shared.txt", 5, id));
            await first.RequestStream.WriteAsync(Chunk(3, "st"));
            await first.RequestStream.WriteAsync(Commit("first"));
            await first.RequestStream.CompleteAsync();
            check.Note("first", await Uploading.OutcomeAsync(first.ResponseAsync));
        });
        folder.Note();

        await check.MatchAsync("store.ContinueAsync refuses a second writer with ABORTED: use it to open every upload with a file_id.");
    }

    [Fact, Trait("Todo", "02.7")]
    public async Task Answers_at_once_when_the_file_is_complete()
    {
        await using var check = new LabCheck();
        var (files, _) = await StartAsync(check);
        var replay = Metadata("done.txt", 4);
        replay.Metadata.Sha256 = Commit("done").Commit.Sha256;

        await check.CallAsync(async () =>
        {
            var stored = await new Uploading(check, check.Unrecorded).SendAsync(
                Metadata("done.txt", 4), Chunk(0, "done"), Commit("done"));
            replay.Metadata.FileId = stored.FileId;
            await files.AnswerToAsync(replay);
            replay.Metadata.Sha256 = ByteString.CopyFrom(new byte[32]);
            await files.AnswerToAsync(replay);
            replay.Metadata.FileId = Guid.NewGuid().ToString();
            await files.AnswerToAsync(replay);
        });

        await check.MatchAsync(
            "Perhaps the client did not get its response: return it again, without reading the bytes. With another SHA-256, refuse.");
    }

    [Fact, Trait("Todo", "02.7")]
    public async Task Forgets_what_was_abandoned()
    {
        await using var check = new LabCheck();
        var folder = new StoreFolder(check);
        string[] args =
            [.. folder.Args, "--Upload:Tokens:ada=of-ada", "--Upload:Tokens:bob=of-bob", "--Upload:TimeToLive=00:00:00.020"];
        var files = new Uploading(check, await check.StartAsync(UploadApp.Create, args));
        Metadata ada = new() { { "authorization", "Bearer of-ada" } };
        Metadata bob = new() { { "authorization", "Bearer of-bob" } };

        var request = new GetUploadStatusRequest();
        await check.CallAsync(async () =>
        {
            var unrecorded = new Uploading(check, check.Unrecorded);
            using var call = unrecorded.Files.UploadFile(ada, DateTime.UtcNow + check.Patience);
            await call.RequestStream.WriteAsync(Metadata("late.txt", 10));
            await call.RequestStream.CompleteAsync();
            request.FileId = (await call).FileId;
            await check.UntilAsync("The upload did not expire", async () =>
                await Uploading.OutcomeAsync(unrecorded.Files.GetUploadStatusAsync(request, ada).ResponseAsync) != "OK");
        });
        await check.CallAsync(async () => await files.Files.GetUploadStatusAsync(request, ada));
        await check.CallAsync(async () => await files.Files.GetUploadStatusAsync(request, bob));
        await check.StopServerAsync();
        await check.StartAsync(UploadApp.Create, [.. args, "--Upload:SweepInterval=00:00:00.020"]);
        await check.UntilAsync("Something of the upload remained", () => Task.FromResult(!folder.Files().Any()));
        folder.Note();

        await check.MatchAsync("This part is given: FileStore.Find and UploadSweeper. Only the owner of a file may learn that it exists.");
    }
}
