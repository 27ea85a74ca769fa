using Workshop.Harness;
using static Workshop.Checks.ClientCommands;

namespace Workshop.Checks;

public sealed class UploadClientFailuresChecks
{
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
}
