using Workshop.Harness;
using Workshop.Upload;
using static Workshop.Checks.Messages;

namespace Workshop.Checks;

public sealed partial class UploadChecks
{
    [Fact, Trait("Todo", "02.8")]
    public async Task The_client_sends_a_file_in_chunks()
    {
        await using var check = new LabCheck();
        var peer = await check.StartPeerAsync(new ScriptedFiles());

        await SendAsync(check, peer, "two-chunks.bin", 65_537);
        await SendAsync(check, peer, "empty.bin", 0);

        await check.MatchAsync(
            "Metadata, chunks of ChunkBytes with offset and CRC-32C, commit, half-close. The last chunk is as long as what is left.");
    }

    [Fact, Trait("Todo", "02.8")]
    public async Task The_client_passes_on_why_the_server_refused()
    {
        await using var check = new LabCheck();
        var peer = await check.StartPeerAsync(new ScriptedFiles());

        await SendAsync(check, peer, ScriptedFiles.Refused, 3_000_000);

        await check.MatchAsync("A write that fails always says Cancelled. The real status is on the call: await it.");
    }

    [Fact, Trait("Todo", "02.8")]
    public async Task The_client_believes_an_answer_that_comes_early()
    {
        await using var check = new LabCheck();
        var peer = await check.StartPeerAsync(new ScriptedFiles());

        await SendAsync(check, peer, ScriptedFiles.Known, 3_000_000);

        await check.MatchAsync("The server may end the call with OK before it has read everything: then a write fails, but the call succeeds.");
    }

    [Fact, Trait("Todo", "02.9")]
    public async Task The_client_goes_on_after_a_cut()
    {
        await using var check = new LabCheck();
        var peer = await check.StartPeerAsync(new ScriptedFiles());

        await SendAsync(check, peer, ScriptedFiles.Cut, 150_000);

        await check.MatchAsync("After a cut, ask GetUploadStatus how much arrived, and send from there, with the file_id.");
    }

    [Fact, Trait("Todo", "02.9")]
    public async Task The_client_sees_that_only_the_answer_was_lost()
    {
        await using var check = new LabCheck();
        var peer = await check.StartPeerAsync(new ScriptedFiles());

        await SendAsync(check, peer, ScriptedFiles.AnswerLost, 10);

        await check.MatchAsync("When the status says that the file is complete, there is nothing left to send.");
    }

    [Fact, Trait("Todo", "02.9")]
    public async Task The_client_gives_up_after_the_retries_that_it_may_make()
    {
        await using var check = new LabCheck();
        var peer = await check.StartPeerAsync(new ScriptedFiles());

        await SendAsync(check, peer, ScriptedFiles.Unlucky, 10, "--retries", "2");

        await check.MatchAsync("RetryRules.Delay says whether and when to try again: pass the number of failures in a row without progress.");
    }

    private static async Task SendAsync(LabCheck check, string peer, string name, int size, params string[] args)
    {
        var path = Path.Combine(check.MakeFolder(), name);
        await File.WriteAllBytesAsync(path, Content(size));
        await check.RunAsync(
            (rest, output, error) => UploadCommandLine.RunAsync(["send", path, .. rest], output, error), $"send {name}", ["--server", peer, .. args]);
    }
}
