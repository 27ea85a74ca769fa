using Workshop.Harness;
using static Workshop.Checks.Messages;
using static Workshop.Checks.UploadStart;

namespace Workshop.Checks;

public sealed class UploadResumingChecks
{
    [Fact, Trait("Todo", "02.8")]
    public async Task Goes_on_where_an_upload_was_cut_even_after_a_restart()
    {
        await using var check = new LabCheck();
        var folder = new StoreFolder(check);
        var files = await StartAsync(check, folder);

        var id = "";
        await check.CallAsync(async () => id = (await files.SendAsync(Metadata("two.txt", 12), Chunk(0, "part 1"))).FileId);
        await check.StopServerAsync();
        files = await StartAsync(check, folder);
        await check.CallAsync(() => files.SendAsync(Metadata("two.txt", 12, id), Chunk(6, "part 2"), Commit("part 1part 2")));
        folder.Note();

        await check.MatchAsync("Return what store.ContinueAsync opens: the upload as it was, with its bytes.");
    }

    [Fact, Trait("Todo", "02.8")]
    public async Task Continues_no_upload_of_another_name_or_size()
    {
        await using var check = new LabCheck();
        var (files, folder) = await StartAsync(check);

        await check.CallAsync(async () =>
        {
            var id = (await files.Unrecorded().SendAsync(Metadata("mine.txt", 6), Chunk(0, "123"))).FileId;
            await files.AnswerToAsync(Metadata("Mine.txt", 6, id));
            await files.AnswerToAsync(Metadata("mine.txt", 7, id));
        });
        folder.Note();

        await check.MatchAsync("Compare name and size with those of the record, and refuse with MetadataChanged.");
    }

    [Fact, Trait("Todo", "02.8")]
    public async Task Skips_what_it_has_and_refuses_a_gap()
    {
        await using var check = new LabCheck();
        var (files, folder) = await StartAsync(check);

        await check.CallAsync(() => files.SendAsync(
            Metadata("overlap.txt", 9), Chunk(0, "12345"), Chunk(0, "123"), Chunk(3, "4567"), Chunk(7, "89"), Chunk(5, "6789"), Commit("123456789")));
        await check.CallAsync(() => files.AnswerToAsync(Metadata("gap.txt", 9), Chunk(0, "12345"), Chunk(6, "789")));
        folder.Note();

        await check.MatchAsync("When a chunk begins before the end of the stored bytes, append its new part. When it begins after the end, refuse the gap.");
    }

    [Fact, Trait("Todo", "02.8")]
    public async Task Lets_one_call_at_a_time_write_to_a_file()
    {
        await using var check = new LabCheck();
        var (files, folder) = await StartAsync(check);

        await check.CallAsync(async () =>
        {
            using var first = await files.Unrecorded().OpenAsync(Metadata("shared.txt", 5), Chunk(0, "fir"));
            await files.AnswerToAsync(Metadata("shared.txt", 5, await Uploading.IdAsync(first)));
            check.Note("first", await Uploading.OutcomeAsync(Uploading.EndAsync(first, Chunk(3, "st"), Commit("first"))));
        });
        folder.Note();

        await check.MatchAsync("store.ContinueAsync refuses a second writer with ABORTED: open every upload with it that has a file_id.");
    }
}
