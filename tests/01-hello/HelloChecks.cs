using Workshop.Greeter.V1;
using Workshop.Harness;
using Workshop.Hello;

namespace Workshop.Checks;

public sealed class HelloChecks
{
    private const string NotRefused =
        "The server answered this name. Does SayHello call NameRules.Problem before it answers, and throw when there is a problem?";

    private const string OtherException = "Throw an RpcException with a status: gRPC turns any other exception into UNKNOWN.";

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
}
