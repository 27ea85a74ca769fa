using Workshop.Greeter.V1;
using Workshop.Harness;
using Workshop.Hello;

namespace Workshop.Checks;

public sealed class HelloChecks
{
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
        await check.MatchAsync(
            "Refuse with INVALID_ARGUMENT; the sentence says how many characters the name has and how many are allowed.");
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

        await check.MatchAsync(
            "80 is allowed, 81 is not; and string.Length counts UTF-16 code units, of which an owl has two.");
    }

    [Fact, Trait("Todo", "01.3")]
    public async Task The_client_prints_a_greeting_for_each_name()
    {
        await using var check = new LabCheck();
        var peer = await check.StartPeerAsync(new ScriptedGreeter(), recorded: false);

        await check.RunAsync(GreetCommand.RunAsync, "greet", "Ada", "Grace", "--server", peer);

        await check.MatchAsync("Call SayHello once for each of options.Names, and write each message to output.");
    }

    [Fact, Trait("Todo", "01.3")]
    public async Task The_client_makes_its_calls_on_one_connection_each_with_a_deadline()
    {
        await using var check = new LabCheck();
        var peer = await check.StartPeerAsync(new ScriptedGreeter());

        await check.RunAsync(
            GreetCommand.RunAsync, "greet", "Ada", "Grace", "--server", peer, "--deadline-ms", "3600000");

        await check.MatchAsync("Make the channel once, before the loop; give each call the deadline that options ask for.");
    }

    [Fact, Trait("Todo", "01.3")]
    public async Task The_client_makes_a_new_deadline_for_each_call()
    {
        await using var check = new LabCheck();
        var greeter = new ScriptedGreeter();
        var peer = await check.StartPeerAsync(greeter, recorded: false);

        await check.RunAsync(
            GreetCommand.RunAsync, "greet", ScriptedGreeter.AnsweredLate, "Ada", "--server", peer, "--deadline-ms", "60000");

        check.Note("deadlines", greeter.SawNewDeadlines ? "each counted from its own call" : "both counted from the first call");
        await check.MatchAsync("A deadline is a point in time: compute it inside the loop, for each call.");
    }

    [Fact, Trait("Todo", "01.4")]
    public async Task The_client_says_that_no_server_is_there()
    {
        await using var check = new LabCheck();
        var nobody = check.AddressWithoutServer();

        await check.RunAsync(GreetCommand.RunAsync, "greet", "Ada", "--server", nobody);

        check.Says("stderr", "127.0.0.1:PORT");
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
        await check.MatchAsync(
            "DEADLINE_EXCEEDED has an exit code of its own, and the sentence says how long the client waited.");
    }

    [Fact, Trait("Todo", "01.4")]
    public async Task The_client_passes_on_why_the_server_refused()
    {
        await using var check = new LabCheck();
        var peer = await check.StartPeerAsync(new ScriptedGreeter(), recorded: false);

        await check.RunAsync(GreetCommand.RunAsync, "greet", ScriptedGreeter.Refused, "--server", peer);

        check.Says("stderr", ScriptedGreeter.Reason);
        await check.MatchAsync("INVALID_ARGUMENT has an exit code of its own. The server's reason is in Status.Detail.");
    }

    [Fact, Trait("Todo", "01.4")]
    public async Task The_client_names_a_status_that_it_does_not_expect()
    {
        await using var check = new LabCheck();
        var peer = await check.StartPeerAsync(new ScriptedGreeter(), recorded: false);

        await check.RunAsync(GreetCommand.RunAsync, "greet", ScriptedGreeter.Full, "--server", peer);

        check.Says("stderr", "ResourceExhausted");
        await check.MatchAsync("Every other status is a failure too: name it, and end with ExitCodes.Failed.");
    }
}
