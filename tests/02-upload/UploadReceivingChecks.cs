using Workshop.Harness;
using static Workshop.Checks.Messages;
using static Workshop.Checks.UploadStart;

namespace Workshop.Checks;

public sealed class UploadReceivingChecks
{
    [Fact, Trait("Todo", "02.1")]
    public async Task Writes_the_chunks_into_a_file_one_after_the_other()
    {
        await using var check = new LabCheck();
        var (files, folder) = await StartAsync(check);

        await check.CallAsync(() => files.SendAsync(Metadata("hello.txt", 18), Chunk(0, "hello "), Chunk(6, "world!")));
        folder.Note();

        await check.MatchAsync("Open the file at the metadata, append each chunk, and return what EndAsync returns.");
    }

    [Fact, Trait("Todo", "02.1")]
    public async Task Has_the_chunks_on_the_disk_while_the_client_has_more_to_send()
    {
        await using var check = new LabCheck();
        var (recorded, folder) = await StartAsync(check);
        var files = recorded.Unrecorded();

        await check.CallAsync(async () =>
        {
            using var call = await files.OpenAsync(
            [
                Metadata("long.bin", 10 * SmallChunkBytes),
                .. Enumerable.Range(0, 3).Select(chunk => Chunk(chunk * SmallChunkBytes, new byte[SmallChunkBytes])),
            ]);
            await files.HandledAsync(call: 1, messages: 4);
            // The last one may be on its way to the disk, while the next one is awaited.
            var stored = folder.PartBytes();
            check.Note("on disk", stored >= 2 * SmallChunkBytes ? "after 3 chunks: at least 2 of them" : $"after 3 chunks: {stored} bytes");
        });

        await check.MatchAsync("Append each chunk when it comes, and await that. Do not collect chunks: a file may be larger than the memory.");
    }

    [Fact, Trait("Todo", "02.1")]
    public async Task Reads_on_until_the_client_closes_the_stream()
    {
        await using var check = new LabCheck();
        var files = (await StartAsync(check)).Files.Unrecorded();

        await check.CallAsync(async () =>
        {
            using var call = await files.OpenAsync(Metadata("a.txt", 2), Chunk(0, "a"), Commit("a"));
            await files.HandledAsync(call: 1, messages: 3);
            check.Note("after commit", files.HasEnded(call: 1) ? "the call has ended" : "the server waits for the end of the stream");
        });

        await check.MatchAsync("Remember the commit, and read on: only at the end of the stream it is certain that nothing follows it.");
    }

    [Fact, Trait("Todo", "02.1")]
    public async Task Ends_the_call_when_a_chunk_cannot_be_stored()
    {
        await using var check = new LabCheck();
        var (files, _) = await StartAsync(check, "--Upload:QuotaBytes=10");

        await check.CallAsync(async () =>
        {
            using var first = await files.Unrecorded().OpenAsync(Metadata("first.txt", 10));
            await files.HandledAsync(call: 1, messages: 1);
            using var second = await files.OpenAsync(Metadata("second.txt", 10));
            await files.HandledAsync(call: 2, messages: 1);
            await first.RequestStream.WriteAsync(Chunk(0, "12345678"));
            await files.HandledAsync(call: 1, messages: 2);
            await Uploading.TryWriteAsync(second, Chunk(0, "12345678"));
            await files.AnswerAsync(second, number: 2, messages: 2);
        });

        await check.MatchAsync("The store has no room left, and AppendAsync says so: await it, or nobody hears of it.");
    }

    [Fact, Trait("Todo", "02.1")]
    public async Task Ends_the_call_when_the_file_cannot_be_opened()
    {
        await using var check = new LabCheck();
        var (files, folder) = await StartAsync(check);

        await check.CallAsync(() => files.AnswerToAsync(Metadata("../up.txt", 0)));
        folder.Note();

        await check.MatchAsync("A name with a path is refused by OpenAsync: await it, or nobody hears of it.");
    }
}
