using System.Security.Cryptography;
using Grpc.Core;
using Workshop.Files.V1;
using Workshop.Harness;
using static Workshop.Checks.Messages;
using static Workshop.Checks.UploadStart;

namespace Workshop.Checks;

public sealed class UploadCommitChecks
{
    [Fact, Trait("Todo", "02.2")]
    public async Task Stores_files_of_every_size_as_they_were()
    {
        await using var check = new LabCheck();
        var files = (await StartAsync(check)).Files.Unrecorded();
        int[] sizes = [0, 1, ChunkBytes - 1, ChunkBytes, ChunkBytes + 1];

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

        await check.MatchAsync("Flush, write the record with the SHA-256, move the file, and return UploadResponses.Complete of this record; await what is asynchronous. Two arrays of bytes are compared by SequenceEqual, not by == or !=.");
    }

    [Fact, Trait("Todo", "02.2")]
    public async Task Refuses_a_commit_that_says_something_else()
    {
        await using var check = new LabCheck();
        var (files, folder) = await StartAsync(check);

        await check.CallAsync(() => files.SendAsync(Metadata("half.txt", 8), Chunk(0, "half"), Commit("half", 8)));
        await check.CallAsync(() => files.SendAsync(Metadata("short.txt", 8), Chunk(0, "half"), Commit("half", 4)));
        await check.CallAsync(() => files.SendAsync(Metadata("long.txt", 4), Chunk(0, "half"), Commit("half", 5)));
        await check.CallAsync(() => files.SendAsync(Metadata("other.txt", 4), Chunk(0, "this"), Commit("that")));
        await check.CallAsync(() => files.SendAsync(Metadata("none.txt", 4), Chunk(0, "this"), WithoutDigest(Commit("this"))));
        await check.CallAsync(async () => await files.Files.ListFilesAsync(new ListFilesRequest()));
        folder.Note();

        await check.MatchAsync("Three sizes must be equal: declared, received, committed. The two SHA-256, too.");
    }

    [Fact, Trait("Todo", "02.2")]
    public async Task Shows_a_file_to_nobody_before_its_commit()
    {
        await using var check = new LabCheck();
        var (files, folder) = await StartAsync(check);

        await check.CallAsync(async () =>
        {
            using var call = await files.Unrecorded().OpenAsync(Metadata("all.txt", 3), Chunk(0, "all"));
            await files.HandledAsync(call: 1, messages: 2);
            await files.Files.ListFilesAsync(new ListFilesRequest());
            await call.RequestStream.WriteAsync(Commit("all"));
            await call.RequestStream.CompleteAsync();
            await call;
            await files.Files.ListFilesAsync(new ListFilesRequest());
        });
        folder.Note();

        await check.MatchAsync("The file moves from PartOf to PathOf in one step, at the commit: File.Move, never a copy.");
    }

    [Fact, Trait("Todo", "02.2")]
    public async Task Publishes_everything_or_nothing_and_replaces_no_file()
    {
        await using var check = new LabCheck();
        var (recorded, folder) = await StartAsync(check);
        var files = recorded.Unrecorded();

        await check.CallAsync(async () =>
        {
            using var withoutRecord = await files.OpenAsync(Metadata("new.txt", 3), Chunk(0, "new"));
            await files.HandledAsync(call: 1, messages: 2);
            // No record can be written where a folder is.
            Directory.CreateDirectory(folder.RecordOf(await Uploading.IdAsync(withoutRecord)));
            check.Note("no record", await Uploading.OutcomeAsync(Uploading.EndAsync(withoutRecord, Commit("new"))));
            folder.NotePublished();

            using var occupied = await files.OpenAsync(Metadata("new.txt", 3), Chunk(0, "new"));
            await files.HandledAsync(call: 2, messages: 2);
            await File.WriteAllTextAsync(folder.PathOf(await Uploading.IdAsync(occupied)), "old");
            check.Note("occupied", await Uploading.OutcomeAsync(Uploading.EndAsync(occupied, Commit("new"))));
            folder.NotePublished();
        });

        await check.MatchAsync("First the record, then the file, by File.Move with overwrite: false: whoever sees a file finds its record.");
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
