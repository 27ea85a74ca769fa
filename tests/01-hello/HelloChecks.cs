using Workshop.Greeter.V1;
using Workshop.Harness;
using Workshop.Hello;

namespace Workshop.Checks;

public sealed class HelloChecks
{
    private const string NotRefused =
        "The server answered this name. Does SayHello call NameRules.Problem before it answers, and throw when there is a problem?";

    private const string OtherException = "Throw an RpcException with a status: gRPC turns any other exception into UNKNOWN.";

    private const string SwallowedFailure =
        "The command ended as if the call had succeeded: does GreetClient.cs catch the RpcException? Let it leave GreetAsync.";

    private const string TextOfException =
        "exception.Message is written for programmers. Make a sentence of your own; what the server said is exception.Status.Detail.";

    [Fact, Trait("Todo", "01.1")]
    public async Task Answers_with_a_greeting()
    {
        await using var check = new LabCheck();
        var greeter = new GreeterService.GreeterServiceClient(await check.StartAsync(HelloApp.Create));

        await check.CallAsync(async () => await greeter.SayHelloAsync(new SayHelloRequest { Name = "Ada" }));

        await check.MatchAsync("Compare the message with the one that the contract asks for, character by character.");
    }

    [Fact, Trait("Todo", "01.1")]
    public async Task Greets_each_caller_by_the_name_that_was_sent()
    {
        await using var check = new LabCheck();
        var greeter = new GreeterService.GreeterServiceClient(await check.StartAsync(HelloApp.Create));

        await check.CallAsync(async () =>
        {
            await greeter.SayHelloAsync(new SayHelloRequest { Name = "Grace Hopper" });
            await greeter.SayHelloAsync(new SayHelloRequest { Name = "Çelik 李" });
            // Jose with a combining accent: normalized, it would be one character shorter.
            await greeter.SayHelloAsync(new SayHelloRequest { Name = "  Jose\u0301 " });
        });

        await check.MatchAsync("Build the message from request.Name, and leave the name as it is.");
    }

    [Fact, Trait("Todo", "01.2")]
    public async Task Refuses_an_empty_name()
    {
        await using var check = new LabCheck();
        var greeter = new GreeterService.GreeterServiceClient(await check.StartAsync(HelloApp.Create));

        await check.CallAsync(async () => await greeter.SayHelloAsync(new SayHelloRequest()));

        check.Says("detail", "name", "empty", "80");
        check.IfReceived("response", "", NotRefused);
        check.IfReceived("status", "UNKNOWN", OtherException);
        await check.MatchAsync(
            "Refuse with INVALID_ARGUMENT; the sentence says that the name is empty and that 1 to 80 characters are allowed.");
    }

    [Fact, Trait("Todo", "01.2")]
    public async Task Refuses_a_name_of_81_characters()
    {
        await using var check = new LabCheck();
        var greeter = new GreeterService.GreeterServiceClient(await check.StartAsync(HelloApp.Create));

        await check.CallAsync(async () => await greeter.SayHelloAsync(new SayHelloRequest { Name = new string('a', 81) }));

        check.Says("detail", "name", "81", "80");
        check.IfReceived("response", "", NotRefused);
        check.IfReceived("status", "UNKNOWN", OtherException);
        await check.MatchAsync(
            "Refuse with INVALID_ARGUMENT; the sentence says how many characters the name has and how many are allowed.");
    }

    [Fact, Trait("Todo", "01.2")]
    public async Task Refuses_a_name_of_82_characters_of_which_a_reader_sees_41()
    {
        await using var check = new LabCheck();
        var greeter = new GreeterService.GreeterServiceClient(await check.StartAsync(HelloApp.Create));

        // A letter and its accent: two code points, one text element.
        await check.CallAsync(async () => await greeter.SayHelloAsync(
            new SayHelloRequest { Name = string.Concat(Enumerable.Repeat("e\u0301", 41)) }));

        check.Says("detail", "name", "82", "80");
        check.IfReceived(
            "response", "", "The name has 82 code points: 41 letters, each with an accent of its own. Count with EnumerateRunes: "
            + "StringInfo and Normalize count an accent and its letter as one.");
        await check.MatchAsync(
            "Refuse with INVALID_ARGUMENT; the sentence says how many characters this name has, and how many are allowed.");
    }

    [Fact, Trait("Todo", "01.2")]
    public async Task Accepts_a_name_of_80_characters_whatever_they_are()
    {
        await using var check = new LabCheck();
        var greeter = new GreeterService.GreeterServiceClient(await check.StartAsync(HelloApp.Create));

        await check.CallAsync(async () =>
        {
            await greeter.SayHelloAsync(new SayHelloRequest { Name = new string('a', 80) });
            await greeter.SayHelloAsync(new SayHelloRequest { Name = string.Concat(Enumerable.Repeat("🦉", 80)) });
        });

        check.IfReceived("detail", "160", "string.Length counts UTF-16 code units, of which an owl has two: count with EnumerateRunes.");
        check.IfReceived("detail", "320", "An owl is four bytes of UTF-8, and one character: count with EnumerateRunes.");
        await check.MatchAsync(
            "80 is allowed, 81 is not; and string.Length counts UTF-16 code units, of which an owl has two.");
    }

    [Fact, Trait("Todo", "01.2")]
    public async Task Accepts_a_name_of_a_blank_or_a_tab()
    {
        await using var check = new LabCheck();
        var greeter = new GreeterService.GreeterServiceClient(await check.StartAsync(HelloApp.Create));

        await check.CallAsync(async () =>
        {
            await greeter.SayHelloAsync(new SayHelloRequest { Name = " " });
            await greeter.SayHelloAsync(new SayHelloRequest { Name = "\t" });
        });

        check.IfReceived("response", "Hello, !", "The greeting leaves the name as it is, blanks too: that is task 01.1.");
        await check.MatchAsync(
            "A blank is a character, and so is a tab: the contract accepts both. IsNullOrWhiteSpace, Trim and IsControl refuse more than it says.");
    }

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
        var greeter = new ScriptedGreeter();
        var peer = await check.StartPeerAsync(greeter, recorded: false);

        await check.RunAsync(
            (args, output, error) =>
            {
                greeter.Printed = () => $"{output}";
                return GreetCommand.RunAsync(args, output, error);
            },
            "greet", ScriptedGreeter.AnsweredLate, "Ada", "--server", peer);

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
        var greeter = new ScriptedGreeter();
        var peer = await check.StartPeerAsync(greeter, recorded: false);

        await check.RunAsync(
            GreetCommand.RunAsync, "greet", ScriptedGreeter.AnsweredLate, "Ada", "--server", peer, "--deadline-ms", "60000");

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
        check.IfReceived("exit code", "0", SwallowedFailure);
        check.IfReceived("stderr", "Status(StatusCode=", TextOfException);
    }
}
