using Workshop.Harness;
using Workshop.Upload;
using static Workshop.Checks.Messages;

namespace Workshop.Checks;

public sealed partial class UploadChecks
{
    [Fact, Trait("Todo", "02.1")]
    public async Task Writes_the_chunks_into_a_file_one_after_the_other()
    {
        await using var check = new LabCheck();
        var (files, folder) = await StartAsync(check);

        await check.CallAsync(() => files.SendAsync(Metadata("hello.txt", 18), Chunk(0, "hello "), Chunk(6, "world!")));
        folder.Note();

        await check.MatchAsync(
            "Begin the upload at the metadata, announce its id, append each chunk, and return a response at the end of the stream.");
    }

    [Fact, Trait("Todo", "02.1")]
    public async Task Has_a_chunk_on_disk_while_the_client_has_more_to_send()
    {
        await using var check = new LabCheck();
        await StartAsync(check);
        var files = new Uploading(check, check.Unrecorded);

        await check.CallAsync(async () =>
        {
            using var call = await files.OpenAsync(Metadata("long.bin", 200_000), Chunk(0, Content(65_536)));
            var id = await Uploading.IdAsync(call);
            await files.UntilStoredAsync(id, 65_536);
            check.Note("after", "1 chunk: 65536 bytes are stored");
            await call.RequestStream.WriteAsync(Chunk(65_536, Content(65_536)));
            await files.UntilStoredAsync(id, 131_072);
            check.Note("after", "2 chunks: 131072 bytes are stored");
        });

        await check.MatchAsync("Append each chunk when it comes. Do not collect chunks in memory.");
    }

    /// <summary>Starts the lab's server on a store of the check's own.</summary>
    private static async Task<(Uploading Files, StoreFolder Folder)> StartAsync(
        LabCheck check, params string[] args)
    {
        var folder = new StoreFolder(check);
        var files = new Uploading(check, await check.StartAsync(UploadApp.Create, [.. folder.Args, .. args]));
        return (files, folder);
    }
}
