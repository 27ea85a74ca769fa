using Workshop.Harness;
using Workshop.Hello;

namespace Workshop.Checks;

public sealed class GreetChecks
{
    internal const string SwallowedFailure =
        "The command ended as if the call had succeeded: does GreetClient.cs catch the RpcException? Let it leave GreetAsync.";

    [Fact, Trait("Todo", "01.3")]
    public async Task The_client_prints_a_greeting_for_each_name()
    {
        await using var check = new LabCheck();
        var peer = await check.StartPeerAsync(new ScriptedGreeter(), recorded: false);

        await check.RunAsync(GreetCommand.RunAsync, "greet", "Grace", "Ada", "--server", peer);

        await check.MatchAsync(
            "Call SayHello once for each of options.Names, in their order. Write each message to output, not to Console, and await that.");
    }

    [Fact, Trait("Todo", "01.3")]
    public async Task The_client_prints_each_greeting_before_it_makes_the_next_call()
    {
        await using var check = new LabCheck();
        var greeter = new ScriptedGreeter { AnswersFirstCallLate = true };
        var peer = await check.StartPeerAsync(greeter, recorded: false);

        await check.RunAsync(
            (args, output, error) =>
            {
                greeter.Printed = () => $"{output}";
                return GreetCommand.RunAsync(args, output, error);
            },
            "greet", "Tortoise", "Ada", "--server", peer);

        check.Note("second call", greeter.SecondCall);
        check.IfReceived("second call", ScriptedGreeter.InParallel, "Await each call inside the loop, before you make the next one.");
        await check.MatchAsync("Write the message inside the loop, as soon as its response is there, and await that too.");
    }

    // The same name twice: which call arrives first cannot be told, and need not be.
    [Fact, Trait("Todo", "01.3")]
    public async Task The_client_makes_its_calls_on_one_connection_each_with_a_deadline()
    {
        await using var check = new LabCheck();
        var peer = await check.StartPeerAsync(new ScriptedGreeter());

        await check.RunAsync(
            GreetCommand.RunAsync, "greet", "Ada", "Ada", "--server", peer, "--deadline-ms", "3600000");

        check.IfReceived(
            "peer saw", "without a deadline",
            "Give each call a deadline: it is a parameter of SayHelloAsync. A token or a timer of your own does not reach the server.");
        check.IfReceived("peer saw", "connection 1, deadline", "The deadline is the one of options.Deadline, counted from now.");
        check.IfReceived("peer saw", "connection 2", "Make the channel once, before the loop: each channel connects again.");
        await check.MatchAsync("Make one call for each of options.Names, also when a name occurs twice.");
    }

    [Fact, Trait("Todo", "01.3")]
    public async Task The_client_makes_a_new_deadline_for_each_call()
    {
        await using var check = new LabCheck();
        var greeter = new ScriptedGreeter { AnswersFirstCallLate = true };
        var peer = await check.StartPeerAsync(greeter, recorded: false);

        await check.RunAsync(
            GreetCommand.RunAsync, "greet", "Tortoise", "Ada", "--server", peer, "--deadline-ms", "60000");

        check.Note("deadlines", greeter.Deadlines);
        check.IfReceived("deadlines", ScriptedGreeter.InParallel, "Await each call inside the loop, before you make the next one.");
        await check.MatchAsync("A deadline is a point in time: compute it inside the loop, for each call.");
    }

    [Fact, Trait("Todo", "01.3")]
    public async Task The_client_prints_nothing_that_a_console_obeys()
    {
        await using var check = new LabCheck();
        var peer = await check.StartPeerAsync(new ScriptedGreeter(), recorded: false);

        await check.RunAsync(GreetCommand.RunAsync, "greet", ScriptedGreeter.Forger, "--server", peer);

        await check.MatchAsync("Write each message to output, one line each: output shows control characters by their number.");
    }

    // What is said of the failure, and with which exit code, is task 01.4.
    [Fact, Trait("Todo", "01.3")]
    public async Task The_client_does_not_end_well_when_a_call_fails()
    {
        await using var check = new LabCheck();
        var greeter = new ScriptedGreeter();
        var peer = await check.StartPeerAsync(greeter, recorded: false);

        await check.RunAsync(
            async (args, output, _) => await GreetCommand.RunAsync(args, output, TextWriter.Null) == 0 ? 0 : 1,
            "greet", "Ada", ScriptedGreeter.Full, "--server", peer);

        check.Note("calls", $"{greeter.Calls}");
        check.IfReceived("exit code", "0", SwallowedFailure);
        check.IfReceived("calls", "", "Make one call for each name, and no second one when it fails.");
        await check.MatchAsync("Print each greeting when its response is there: a later call that fails must not take it away.");
    }
}
