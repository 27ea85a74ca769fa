using Grpc.Core;
using Microsoft.Extensions.Logging;
using Workshop.Greeter.V1;
using Workshop.Harness;
using Workshop.Hello;

namespace Workshop.Tests;

/// <summary>What a check says that fails. The snapshots of these checks are wrong on purpose.</summary>
public sealed class FailedCheckTests
{
    private static readonly DateTime Soon = DateTime.UtcNow + LabCheck.Limit;

    [Fact, Trait("Todo", "01.1")]
    public async Task The_first_difference_is_shown_with_the_lines_around_it_however_long_the_conversation_is()
    {
        await using var check = new LabCheck();
        foreach (var line in Enumerable.Range(1, 60))
        {
            check.Note("note", $"{line}");
        }

        var text = await FailAsync(() => check.MatchAsync("Count."));

        Assert.Contains("First difference, in line 10:\n  expected   note        ten\n  received   note        10\n", text, StringComparison.Ordinal);
        Assert.Contains("  < note        9\n  < note        10\n  < note        11\n", text, StringComparison.Ordinal);
        Assert.Contains("  < note        30\n  (30 lines after these)\n\n", text, StringComparison.Ordinal);
    }

    [Fact, Trait("Todo", "01.1")]
    public async Task Lines_of_a_text_count_for_the_place_of_the_first_difference()
    {
        await using var check = new LabCheck();
        check.Note("dump", string.Join('\n', Enumerable.Range(1, 20)));
        foreach (var line in Enumerable.Range(1, 40))
        {
            check.Note("note", $"{line}");
        }

        var text = await FailAsync(() => check.MatchAsync("Count."));

        Assert.Contains("First difference, in line 55:\n", text, StringComparison.Ordinal);
        Assert.Contains("  (30 lines before these)\n", text, StringComparison.Ordinal);
        Assert.Contains("  < note        35\n", text, StringComparison.Ordinal);
        Assert.Contains("  < note        40\n\nFirst difference", text, StringComparison.Ordinal);
    }

    [Fact, Trait("Todo", "01.2")]
    public async Task A_likely_cause_says_what_to_look_at_instead()
    {
        await using var check = new LabCheck();
        var greeter = new GreeterService.GreeterServiceClient(await check.StartAsync(HelloApp.Create));
        check.IfReceived("response", "Hello", "The name was accepted: does SayHello call NameRules.Problem?");

        await check.CallAsync(async () => await greeter.SayHelloAsync(new SayHelloRequest { Name = "Ada" }));
        var text = await FailAsync(() => check.MatchAsync("Refuse with INVALID_ARGUMENT."));

        Assert.Contains("  received   response    { \"message\": \"Hello, Ada!\" }\n", text, StringComparison.Ordinal);
        Assert.Contains("\nNext   The name was accepted: does SayHello call NameRules.Problem?\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Refuse with INVALID_ARGUMENT.", text, StringComparison.Ordinal);
    }

    [Fact, Trait("Todo", "01.4")]
    public async Task A_failure_that_the_client_swallows_leads_to_where_it_calls()
    {
        await using var check = new LabCheck();
        check.IfReceived("exit code", "0", "The client ended as if the call had succeeded: does GreetClient.cs catch the RpcException?");

        await check.RunAsync((_, _, _) => Task.FromResult(0), "greet", "Ada");
        var text = await FailAsync(() => check.MatchAsync("UNAVAILABLE has an exit code of its own."));

        Assert.Contains("  received   exit code   0\n", text, StringComparison.Ordinal);
        Assert.Contains("\nNext   The client ended as if the call had succeeded: does GreetClient.cs catch the RpcException?\n", text, StringComparison.Ordinal);
    }

    [Fact, Trait("Todo", "01.2")]
    public async Task The_place_of_a_task_names_every_file_of_the_student_that_it_is_about()
    {
        await using var check = new LabCheck();
        check.Note("status", "OK");

        var text = await FailAsync(() => check.MatchAsync("Look."));

        Assert.Contains("\nTask   TODO 01.2 in labs/01-hello/NameRules.cs, line ", text, StringComparison.Ordinal);
        Assert.Contains("; also HelloService.cs\n", text, StringComparison.Ordinal);
    }

    [Fact, Trait("Todo", "01.2")]
    public async Task The_stub_of_another_task_is_seen_where_words_are_free()
    {
        await using var check = new LabCheck();
        check.LetWordsBeFree();
        check.Note("detail", "TODO 01.1 is not done yet.");

        var failure = await Assert.ThrowsAsync<NotImplementedYetException>(() => check.MatchAsync("Look."));

        Assert.Contains("This task builds on 01.1, which is not done yet.", failure.Message, StringComparison.Ordinal);
    }

    [Fact, Trait("Todo", "01.2")]
    public async Task A_cause_that_was_not_received_says_nothing()
    {
        await using var check = new LabCheck();
        check.Note("status", "UNKNOWN");
        check.IfReceived("status", "OK", "It was accepted.");

        var text = await FailAsync(() => check.MatchAsync("Refuse with INVALID_ARGUMENT."));

        Assert.Contains("\nNext   Refuse with INVALID_ARGUMENT.\n", text, StringComparison.Ordinal);
    }

    [Fact, Trait("Todo", "01.1")]
    public async Task What_was_awaited_and_what_was_seen_are_said()
    {
        await using var check = new LabCheck();

        var text = await FailAsync(() => check.SeeAsync(
            "After 3 chunks, 196608 bytes are on the disk",
            () => Task.FromResult<string?>("0 bytes"),
            "Append each chunk when it comes.",
            TimeSpan.FromMilliseconds(100)));

        Assert.Contains(": wrong\n\nAfter 3 chunks, 196608 bytes are on the disk.\nSeen after 0.1 s: 0 bytes.\n", text, StringComparison.Ordinal);
        Assert.Contains("\nNext   Append each chunk when it comes.\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("nothing yet", text, StringComparison.Ordinal);
    }

    [Fact, Trait("Todo", "01.1")]
    public async Task What_is_there_after_a_while_is_seen()
    {
        await using var check = new LabCheck();
        var looks = 0;

        await check.SeeAsync("The third look sees it", LookAsync, "Look again.");

        Assert.Equal(3, looks);

        Task<string?> LookAsync() => ++looks switch
        {
            1 => throw new RpcException(new Status(StatusCode.NotFound, "there is no such upload")),
            2 => Task.FromResult<string?>("not yet"),
            _ => Task.FromResult<string?>(null),
        };
    }

    [Fact, Trait("Todo", "01.1")]
    public async Task The_log_of_the_server_leaves_out_what_the_check_caused_by_looking()
    {
        await using var check = new LabCheck();
        var greeter = new GreeterService.GreeterServiceClient(await check.StartAsync(HelloApp.Create));
        var looking = new GreeterService.GreeterServiceClient(check.Looking);

        await check.CallAsync(async () =>
        {
            await looking.SayHelloAsync(new SayHelloRequest { Name = "Grace" }, deadline: Soon);
            await greeter.SayHelloAsync(new SayHelloRequest { Name = "Ada" });
            await looking.SayHelloAsync(new SayHelloRequest { Name = "Grace" }, deadline: Soon);
        });
        await check.StopServerAsync();
        var text = await FailAsync(() => check.MatchAsync("Look."));

        var log = text[text.IndexOf("The log of your server:", StringComparison.Ordinal)..];
        Assert.Single(log.Split('\n'), line => line.Contains("SayHello", StringComparison.Ordinal));
        Assert.DoesNotContain("Grace", text, StringComparison.Ordinal);
    }

    [Fact, Trait("Todo", "01.2")]
    public async Task An_exception_of_the_server_is_told_with_its_place_in_the_lab()
    {
        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => GreetCommand.RunAsync(null!, TextWriter.Null, TextWriter.Null));
        await using var check = new LabCheck();
        await check.StartAsync(args =>
        {
            var app = HelloApp.Create(args);
            app.Logger.Log(LogLevel.Error, 0, "The handler failed.", thrown, (text, _) => text);
            return app;
        });

        check.Note("status", "UNKNOWN");
        var text = await FailAsync(() => check.MatchAsync("Refuse with INVALID_ARGUMENT."));

        Assert.Contains("\nNext   An exception ended the call: the line ERR of the log", text, StringComparison.Ordinal);
        Assert.Matches(@"  ERR The handler failed\. \w+: .* \(labs/01-hello/Client/GreetOptions\.cs, line \d+\)", text);
    }

    private static async Task<string> FailAsync(Func<Task> check) => (await Assert.ThrowsAsync<WrongAnswerException>(check)).Message;
}
