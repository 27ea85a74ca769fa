using Workshop.Harness;
using Workshop.Tail;

namespace Workshop.Checks;

public sealed class TailClientChecks
{
    [Fact, Trait("Todo", "03.2")]
    public async Task The_client_asks_for_what_its_user_wants_and_shows_it()
    {
        await using var check = new LabCheck();
        var peer = await check.StartPeerAsync(new ScriptedLogs());

        await RunAsync(check, peer, ScriptedLogs.Members, "--lines", "5", "--level", "warning", "--token", ScriptedLogs.Token);

        await check.MatchAsync("Open the stream with the request and the headers, and give each message to the printer, gaps too.");
    }

    [Fact, Trait("Todo", "03.2")]
    public async Task The_client_shows_a_message_when_it_comes()
    {
        await using var check = new LabCheck();
        var script = new ScriptedLogs();
        var peer = await check.StartPeerAsync(script, recorded: false);

        await RunAsync(check, peer, output => new NoticingWriter(output, ScriptedLogs.FirstText, script.FirstPrinted), ScriptedLogs.Paced);

        check.Note("the first", script.WasPrintedAtOnce ? "printed before the second was sent" : "not printed before the second was sent");
        await check.MatchAsync("Print each message before you read the next one: a stream that follows has no end.");
    }

    [Fact, Trait("Todo", "03.10")]
    public async Task The_client_goes_on_where_it_was()
    {
        await using var check = new LabCheck();
        var peer = await check.StartPeerAsync(new ScriptedLogs());

        await RunAsync(check, peer, ScriptedLogs.Cut, "--follow", "--retries", "1");

        await check.MatchAsync("Keep the cursor of each message, also of a heartbeat, and ask for what comes after it. Failures in a row count only until a message comes.");
    }

    [Fact, Trait("Todo", "03.10")]
    public async Task The_client_gives_up_after_the_retries_that_it_may_make()
    {
        await using var check = new LabCheck();
        var peer = await check.StartPeerAsync(new ScriptedLogs());

        await RunAsync(check, peer, ScriptedLogs.Unlucky, "--follow", "--retries", "1");
        await RunAsync(check, peer, ScriptedLogs.Refused, "--follow", "--retries", "1");

        await check.MatchAsync("StreamRetries.Delay says whether and when to try again: pass the number of failures since the last message. A refusal stays one.");
    }

    [Fact, Trait("Todo", "03.10")]
    public async Task The_client_takes_a_silent_stream_for_dead()
    {
        await using var check = new LabCheck();
        var peer = await check.StartPeerAsync(new ScriptedLogs());

        await RunAsync(check, peer, ScriptedLogs.Silent, "--follow");

        await check.MatchAsync("A stream without heartbeats ends with UNAVAILABLE: open another one.");
    }

    private static Task RunAsync(LabCheck check, string peer, string script, params string[] args) =>
        RunAsync(check, peer, output => output, script, args);

    private static Task RunAsync(LabCheck check, string peer, Func<TextWriter, TextWriter> over, string script, params string[] args) =>
        check.RunAsync(
            (rest, output, error) => TailCommandLine.RunAsync(["tail", .. rest], over(output), error),
            "tail",
            ["--source", script, "--utc", "--server", peer, .. args]);
}
