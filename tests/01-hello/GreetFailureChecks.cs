using Workshop.Harness;
using Workshop.Hello;

namespace Workshop.Checks;

public sealed class GreetFailureChecks
{
    private const string TextOfException =
        "exception.Message is written for programmers. Make a sentence of your own; what the server said is exception.Status.Detail.";

    [Fact, Trait("Todo", "01.4")]
    public async Task The_client_says_that_no_server_is_there()
    {
        await using var check = new LabCheck();
        var nobody = check.AddressWithoutServer();

        await check.RunAsync(GreetCommand.RunAsync, "greet", "Ada", "--server", nobody);

        check.Says("stderr", "127.0.0.1:PORT");
        LookForUsualCauses(check);
        await check.MatchAsync("UNAVAILABLE has an exit code of its own. The sentence names the address.");
    }

    [Fact, Trait("Todo", "01.4")]
    public async Task The_client_says_that_the_deadline_passed()
    {
        await using var check = new LabCheck();
        var peer = await check.StartPeerAsync(new ScriptedGreeter(), recorded: false);

        await check.RunAsync(
            GreetCommand.RunAsync, "greet", ScriptedGreeter.NeverAnswered, "--server", peer, "--deadline-ms", "100");

        check.Says("stderr", "100");
        LookForUsualCauses(check);
        await check.MatchAsync(
            "DEADLINE_EXCEEDED has an exit code of its own, and the sentence says the deadline in milliseconds.");
    }

    // The server says so itself, at once: nobody waits for the seconds.
    [Fact, Trait("Todo", "01.4")]
    public async Task The_client_says_a_deadline_of_seconds_in_milliseconds()
    {
        await using var check = new LabCheck();
        var peer = await check.StartPeerAsync(new ScriptedGreeter(), recorded: false);

        await check.RunAsync(
            GreetCommand.RunAsync, "greet", ScriptedGreeter.OutOfTime, "--server", peer, "--deadline-ms", "62500");

        check.Says("stderr", "62500");
        LookForUsualCauses(check);
        check.IfReceived("stderr", " 500", "Milliseconds is one part of a TimeSpan, 0 to 999. TotalMilliseconds is the whole.");
        await check.MatchAsync("The sentence says the whole deadline in milliseconds, as --deadline-ms does, without separators.");
    }

    [Fact, Trait("Todo", "01.4")]
    public async Task The_client_passes_on_why_the_server_refused()
    {
        await using var check = new LabCheck();
        var peer = await check.StartPeerAsync(new ScriptedGreeter(), recorded: false);

        await check.RunAsync(GreetCommand.RunAsync, "greet", ScriptedGreeter.Refused, "--server", peer);

        check.Says("stderr", ScriptedGreeter.Reason);
        LookForUsualCauses(check);
        await check.MatchAsync("INVALID_ARGUMENT has an exit code of its own. The server's reason is in Status.Detail.");
    }

    [Fact, Trait("Todo", "01.4")]
    public async Task The_client_passes_on_a_reason_without_what_a_console_obeys()
    {
        await using var check = new LabCheck();
        var peer = await check.StartPeerAsync(new ScriptedGreeter(), recorded: false);

        await check.RunAsync(GreetCommand.RunAsync, "greet", ScriptedGreeter.RefusedByForger, "--server", peer);

        check.Says("stderr", @"x\u{001B}[2J\u{000D}\u{000A}Hello, you.\u{202E}");
        LookForUsualCauses(check);
        await check.MatchAsync("Put the server's reason into the sentence as it is: GreetCommand shows control characters by their number.");
    }

    [Fact, Trait("Todo", "01.4")]
    public async Task The_client_names_a_status_that_it_does_not_expect()
    {
        await using var check = new LabCheck();
        var peer = await check.StartPeerAsync(new ScriptedGreeter(), recorded: false);

        await check.RunAsync(GreetCommand.RunAsync, "greet", ScriptedGreeter.Full, "--server", peer);

        check.Says("stderr", "ResourceExhausted");
        LookForUsualCauses(check);
        await check.MatchAsync("Every other status is a failure too: name it, and end with ExitCodes.Failed.");
    }

    private static void LookForUsualCauses(LabCheck check)
    {
        check.IfReceived("exit code", "0", GreetChecks.SwallowedFailure);
        check.IfReceived("stderr", "Status(StatusCode=", TextOfException);
    }
}
