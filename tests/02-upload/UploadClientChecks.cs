using Workshop.Harness;
using static Workshop.Checks.ClientCommands;
using static Workshop.Checks.Messages;
using static Workshop.Checks.UploadStart;

namespace Workshop.Checks;

public sealed class UploadClientChecks
{
    [Fact, Trait("Todo", "02.3")]
    public async Task The_client_sends_a_file_in_chunks()
    {
        await using var check = new LabCheck();
        var peer = await check.StartPeerAsync(new ScriptedFiles());

        await SendAsync(check, peer, MakeFile(check, "two-chunks.bin", ChunkBytes + 1));
        await SendAsync(check, peer, MakeFile(check, "empty.bin", 0));

        await check.MatchAsync("Write the metadata, each chunk that ReadChunksAsync gives, and the commit; await each write.");
    }

    [Fact, Trait("Todo", "02.3")]
    public async Task A_file_goes_up_and_comes_back()
    {
        await using var check = new LabCheck();
        var (files, _) = await StartAsync(check);
        var path = MakeFile(check, "photo.bin", 150_000);
        var back = $"{path}.back";

        await SendAsync(check, check.Address, path);
        await RunAsync(check, "list", ["list"], "--server", check.Address);
        var id = (await files.Unrecorded().Files.ListFilesAsync(new(), deadline: DateTime.UtcNow + LabCheck.Limit))
            .Files.FirstOrDefault()?.FileId ?? "";
        await RunAsync(check, "get ID photo.bin.back", ["get", id, back], "--server", check.Address);
        check.Note("came back", File.Exists(back) && File.ReadAllBytes(back).SequenceEqual(Content(150_000)) ? "the same file" : "another file");

        await check.MatchAsync("Tasks 02.1 to 02.3 together: the client sends a file, the server publishes it.");
    }
}
