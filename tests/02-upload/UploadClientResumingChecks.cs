using Workshop.Harness;
using static Workshop.Checks.ClientCommands;
using static Workshop.Checks.UploadStart;

namespace Workshop.Checks;

public sealed class UploadClientResumingChecks
{
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
}
