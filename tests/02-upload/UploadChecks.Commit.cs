using System.Security.Cryptography;
using Grpc.Core;
using Workshop.Files.V1;
using Workshop.Harness;
using static Workshop.Checks.Messages;

namespace Workshop.Checks;

public sealed partial class UploadChecks
{
    [Fact, Trait("Todo", "02.4")]
    public async Task Stores_files_of_every_size_as_they_were()
    {
        await using var check = new LabCheck();
        await StartAsync(check, "--Upload:MaxBytes=65537");
        var files = new Uploading(check, check.Unrecorded);
        int[] sizes = [0, 1, 65_535, 65_536, 65_537];

        await check.CallAsync(async () =>
        {
            foreach (var size in sizes)
            {
                var sent = Content(size);
                var answer = await files.SendAsync(All($"{size}.bin", sent));
                var digest = SHA256.HashData(sent).AsSpan().SequenceEqual(answer.Sha256.Span) ? "with its SHA-256" : "with another SHA-256";
                check.Note("uploaded", $"{answer.CommittedSize} bytes, {(answer.Complete ? "complete" : "not complete")}, {digest}");
                var received = await DownloadAsync(files.Files, answer.FileId);
                check.Note("downloaded", $"{received.Length} bytes, {(received.AsSpan().SequenceEqual(sent) ? "the same" : "others")}");
            }
        });

        await check.MatchAsync("Compare size and SHA-256 with the commit, then publish the file with both.");
    }

    [Fact, Trait("Todo", "02.4")]
    public async Task Refuses_a_chunk_that_changed_on_the_way()
    {
        await using var check = new LabCheck();
        var (files, folder) = await StartAsync(check);
        var changed = Chunk(4, "data");
        changed.Chunk.Crc32C ^= 1;

        await check.CallAsync(() => files.AnswerToAsync(Metadata("good.txt", 8), Chunk(0, "good"), changed));
        folder.Note();

        await check.MatchAsync("Refuse with DATA_LOSS before the chunk is appended: only correct data may be stored.");
    }

    [Fact, Trait("Todo", "02.4")]
    public async Task Refuses_a_commit_that_says_something_else()
    {
        await using var check = new LabCheck();
        var (files, folder) = await StartAsync(check);

        await check.CallAsync(() => files.SendAsync(Metadata("half.txt", 8), Chunk(0, "half"), Commit("half")));
        await check.CallAsync(() => files.SendAsync(Metadata("other.txt", 4), Chunk(0, "this"), Commit("that")));
        await check.CallAsync(async () => await files.Files.ListFilesAsync(new ListFilesRequest()));
        folder.Note();

        await check.MatchAsync("Three sizes must be equal: declared, received, committed. The two digests, too. If not, discard the upload.");
    }

    [Fact, Trait("Todo", "02.4")]
    public async Task Shows_a_file_to_nobody_before_its_commit()
    {
        await using var check = new LabCheck();
        var (files, folder) = await StartAsync(check);

        await check.CallAsync(async () =>
        {
            var unrecorded = new Uploading(check, check.Unrecorded);
            using var call = await unrecorded.OpenAsync(Metadata("all.txt", 3), Chunk(0, "all"));
            var id = await Uploading.IdAsync(call);
            await unrecorded.UntilStoredAsync(id, 3);
            folder.Note();
            await files.Files.ListFilesAsync(new ListFilesRequest());
            await call.RequestStream.WriteAsync(Commit("all"));
            await call.RequestStream.CompleteAsync();
            await call;
            await files.Files.ListFilesAsync(new ListFilesRequest());
        });
        folder.Note();

        await check.MatchAsync("The bytes move from PartOf to PathOf in one step, at the commit: File.Move, never a copy.");
    }

    private static async Task<byte[]> DownloadAsync(FileService.FileServiceClient files, string fileId)
    {
        using var call = files.DownloadFile(new DownloadFileRequest { FileId = fileId }, deadline: DateTime.UtcNow + LabCheck.Limit);
        var received = new MemoryStream();
        await foreach (var chunk in call.ResponseStream.ReadAllAsync())
        {
            chunk.Data.WriteTo(received);
        }

        return received.ToArray();
    }
}
