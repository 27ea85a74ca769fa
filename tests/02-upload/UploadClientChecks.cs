using Workshop.Harness;
using Workshop.Upload;
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

    [Fact, Trait("Todo", "02.4")]
    public async Task The_client_passes_on_why_the_server_refused()
    {
        await using var check = new LabCheck();
        var peer = await check.StartPeerAsync(new ScriptedFiles());

        await SendAsync(check, peer, MakeFile(check, ScriptedFiles.Refused, 3_000_000));

        await check.MatchAsync("A write that fails does not say why. The real status is on the call: await it.");
    }

    [Fact, Trait("Todo", "02.4")]
    public async Task The_client_believes_an_answer_that_comes_early()
    {
        await using var check = new LabCheck();
        var peer = await check.StartPeerAsync(new ScriptedFiles());

        await SendAsync(check, peer, MakeFile(check, ScriptedFiles.Known, 3_000_000));

        await check.MatchAsync("The server may end the call with OK before it has read everything: then a write fails, but the call succeeds.");
    }

    [Fact, Trait("Todo", "02.4")]
    public async Task The_client_takes_a_broken_connection_for_an_interruption()
    {
        await using var check = new LabCheck();
        var peer = await check.StartPeerAsync(new ScriptedFiles(), recorded: false);

        await SendAsync(check, peer, MakeFile(check, ScriptedFiles.Broken, 3_000_000), "--retries", "0");

        await check.MatchAsync("When the connection breaks, a write throws an IOException: catch it as well, and await the call.");
    }

    [Fact, Trait("Todo", "02.4")]
    public async Task The_client_says_that_its_file_cannot_be_read()
    {
        await using var check = new LabCheck();
        var path = MakeFile(check, ScriptedFiles.Unreadable, 3_000_000);
        var peer = await check.StartPeerAsync(new ScriptedFiles(() => Unreadable.From(path, ScriptedFiles.ReadableBytes)), recorded: false);

        await SendAsync(check, peer, path, "--retries", "0");
        check.Says("stderr", $"cannot be read at byte {ScriptedFiles.ReadableBytes}");

        await check.MatchAsync("Catch only what the call throws. An error in reading the file must reach the user.");
    }

    [Fact, Trait("Todo", "02.9")]
    public async Task The_client_goes_on_after_each_cut()
    {
        await using var check = new LabCheck();
        var peer = await check.StartPeerAsync(new ScriptedFiles());

        await SendAsync(check, peer, MakeFile(check, ScriptedFiles.Cut, (2 * ChunkBytes) + 10), "--retries", "1");

        await check.MatchAsync(
            "After a cut, ask GetUploadStatus how much arrived, and send from there, with the file_id. The metadata and the commit describe the whole file, as before. After progress, failures count from 0.");
    }

    [Fact, Trait("Todo", "02.9")]
    public async Task The_client_asks_again_when_the_question_fails()
    {
        await using var check = new LabCheck();
        var peer = await check.StartPeerAsync(new ScriptedFiles());

        await SendAsync(check, peer, MakeFile(check, ScriptedFiles.CutTwice, ChunkBytes + 10), "--retries", "2");

        await check.MatchAsync(
            "GetUploadStatus can fail, too: call StatusAsync inside the try, so that its failure is an attempt that failed. Do not guess how much arrived.");
    }

    [Fact, Trait("Todo", "02.9")]
    public async Task The_client_sees_that_only_the_answer_was_lost()
    {
        await using var check = new LabCheck();
        var peer = await check.StartPeerAsync(new ScriptedFiles());

        await SendAsync(check, peer, MakeFile(check, ScriptedFiles.AnswerLost, 10));

        await check.MatchAsync("When the status says that the file is complete, there is nothing left to send.");
    }

    [Fact, Trait("Todo", "02.9")]
    public async Task The_client_gives_up_after_the_retries_that_it_may_make()
    {
        await using var check = new LabCheck();
        var peer = await check.StartPeerAsync(new ScriptedFiles());

        await SendAsync(check, peer, MakeFile(check, ScriptedFiles.Unlucky, 10), "--retries", "2");

        await check.MatchAsync("Call retries.Reset only after progress, and await retries.WaitAsync before each attempt but the first.");
    }

    [Fact, Trait("Todo", "02.9")]
    public async Task The_client_begins_again_when_it_got_no_id()
    {
        await using var check = new LabCheck();
        var peer = await check.StartPeerAsync(new ScriptedFiles());

        await SendAsync(check, peer, MakeFile(check, ScriptedFiles.Busy, 10));

        await check.MatchAsync("Without a file.FileId there is nothing to ask for: send again from 0.");
    }

    private static string MakeFile(LabCheck check, string name, int size)
    {
        var path = Path.Combine(check.MakeFolder(), name);
        File.WriteAllBytes(path, Content(size));
        return path;
    }

    private static Task SendAsync(LabCheck check, string server, string path, params string[] args) => RunAsync(
        check, $"send {Path.GetFileName(path)}", ["send", path], ["--server", server, .. args]);

    private static Task RunAsync(LabCheck check, string shown, string[] command, params string[] args) => check.RunAsync(
        (options, output, error) => UploadCommandLine.RunAsync([.. command, .. options], output, error), shown, args);
}
