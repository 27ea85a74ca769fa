using Grpc.Core;
using Workshop.Files.V1;
using Workshop.Harness;
using static Workshop.Checks.Messages;

namespace Workshop.Checks;

public sealed partial class UploadChecks
{
    [Fact, Trait("Todo", "02.3")]
    public async Task Refuses_a_file_over_the_limit_before_any_data()
    {
        await using var check = new LabCheck();
        var (files, folder) = await StartAsync(check, "--Upload:MaxBytes=1000");

        await check.CallAsync(() => files.AnswerToAsync(Metadata("large.bin", 1001)));
        await check.CallAsync(() => files.AnswerToAsync(Metadata("odd.bin", -1)));
        folder.Note();

        await check.MatchAsync("Check the declared size when the metadata comes, before store.Begin.");
    }

    [Fact, Trait("Todo", "02.3")]
    public async Task Refuses_a_chunk_over_the_limit()
    {
        await using var check = new LabCheck();
        var (files, folder) = await StartAsync(check);

        await check.CallAsync(() => files.AnswerToAsync(Metadata("a.bin", 65_537), Chunk(0, Content(65_537))));
        folder.Note();

        await check.MatchAsync("A chunk has options.MaxChunkBytes at most: check it before it is appended.");
    }

    [Fact, Trait("Todo", "02.3")]
    public async Task Stops_at_the_first_byte_past_the_declared_size()
    {
        await using var check = new LabCheck();
        var (files, folder) = await StartAsync(check);

        await check.CallAsync(() => files.AnswerToAsync(Metadata("short.txt", 5), Chunk(0, "1234"), Chunk(4, "56")));
        folder.Note();

        await check.MatchAsync(
            "OUT_OF_RANGE at the chunk that ends after the declared size, not at the end; and discard what is there.");
    }

    [Fact, Trait("Todo", "02.3")]
    public async Task Takes_no_more_than_it_has_room_for()
    {
        await using var check = new LabCheck();
        var (files, folder) = await StartAsync(check, "--Upload:MaxConcurrent=1", "--Upload:QuotaBytes=10");

        await check.CallAsync(() => files.AnswerToAsync(Metadata("eleven.txt", 11)));
        await check.CallAsync(async () =>
        {
            using var first = await new Uploading(check, check.Unrecorded).OpenAsync(Metadata("first.txt", 10));
            await Uploading.IdAsync(first);
            await files.AnswerToAsync(Metadata("second.txt", 0));
        });

        await check.MatchAsync("This part is given: UploadSlots and StoreQuota. Begin uploads with store.Begin.");
    }

    [Fact, Trait("Todo", "02.3")]
    public async Task Wants_to_know_who_calls_before_it_reads()
    {
        await using var check = new LabCheck();
        var (files, _) = await StartAsync(check, "--Upload:Tokens:ada=secret-of-ada");

        await check.CallAsync(async () =>
        {
            using var call = files.Files.UploadFile(deadline: DateTime.UtcNow + check.Patience);
            await Uploading.OutcomeAsync(call.ResponseAsync);
        });
        await check.CallAsync(async () => await files.Files.ListFilesAsync(
            new ListFilesRequest(), new Metadata { { "authorization", "Bearer secret-of-ada" } }));

        await check.MatchAsync("This part is given: UploadService calls TokenOwners first.");
    }
}
