using Workshop.Harness;
using static Workshop.Checks.Messages;
using static Workshop.Checks.UploadStart;

namespace Workshop.Checks;

public sealed class UploadContentChecks
{
    [Fact, Trait("Todo", "02.6")]
    public async Task Refuses_a_file_over_the_limit_before_any_data()
    {
        await using var check = new LabCheck();
        var (files, folder) = await StartAsync(check, "--Upload:MaxBytes=1000");

        await check.CallAsync(() => files.AnswerToAsync(Metadata("large.bin", 1001)));
        await check.CallAsync(() => files.AnswerToAsync(Metadata("odd.bin", -1)));
        await check.CallAsync(() => files.SendAsync(Metadata("largest.bin", 1000)));
        await check.CallAsync(() => files.SendAsync(Metadata("empty.bin", 0)));
        check.Note("on disk", $"{folder.Parts().Count()} uploads");

        await check.MatchAsync("A size from 0 to options.MaxBytes is allowed, and no other.");
    }

    [Fact, Trait("Todo", "02.6")]
    public async Task Refuses_a_chunk_over_the_limit()
    {
        await using var check = new LabCheck();
        var (files, folder) = await StartAsync(check, "--Upload:MaxChunkBytes=8");

        await check.CallAsync(() => files.AnswerToAsync(Metadata("nine.bin", 9), Chunk(0, "123456789")));
        await check.CallAsync(() => files.SendAsync(Metadata("eight.bin", 9), Chunk(0, "12345678"), Chunk(8, "")));
        folder.Note();

        await check.MatchAsync("A chunk has options.MaxChunkBytes of data at most, and may have none.");
    }

    [Fact, Trait("Todo", "02.6")]
    public async Task Refuses_a_chunk_that_is_not_inside_the_declared_size()
    {
        await using var check = new LabCheck();
        var (files, folder) = await StartAsync(check);

        await check.CallAsync(() => files.AnswerToAsync(Metadata("end.txt", 5), Chunk(0, "1234"), Chunk(4, "56")));
        // The bytes before it are missing, too: its own offset counts.
        await check.CallAsync(() => files.AnswerToAsync(Metadata("gap.txt", 5), Chunk(4, "56")));
        await check.CallAsync(() => files.AnswerToAsync(Metadata("far.txt", 5), Chunk(long.MaxValue, "1")));
        await check.CallAsync(() => files.AnswerToAsync(Metadata("start.txt", 5), Damaged(Chunk(-1, "01"))));
        await check.CallAsync(() => files.SendAsync(Metadata("whole.txt", 5), Chunk(0, "12345")));
        folder.Note();

        await check.MatchAsync("A chunk begins at 0 or later, and ends at the declared size or before. Its own offset counts, which a client may choose as it likes.");
    }

    [Fact, Trait("Todo", "02.6")]
    public async Task Refuses_a_chunk_that_changed_on_the_way()
    {
        await using var check = new LabCheck();
        var (files, folder) = await StartAsync(check);

        await check.CallAsync(() => files.AnswerToAsync(Metadata("good.txt", 12), Chunk(0, "good"), Damaged(Chunk(2, "oddata"))));
        folder.Note();

        await check.MatchAsync("Compare Crc32C.Of the data with the checksum of the chunk. Nothing of a damaged chunk may be stored.");
    }
}
