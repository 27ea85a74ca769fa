using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Workshop.Harness;

namespace Workshop.Checks;

public sealed class ChatLoopsChecks
{
    [Fact, Trait("Todo", "07.6")]
    public async Task The_client_joins_talks_and_leaves()
    {
        await using var check = new LabCheck();
        var peer = await check.StartPeerAsync(new ScriptedRoom(async call =>
        {
            await call.PresentAsync("bob");
            await call.JoinedAsync("ada");
            await call.ReadAsync();
            await call.SaidAsync("ada", call.Last!.Say.Text);
            await call.SaidAsync("bob", "hi \e[31mada\nand all");
            await call.ReadAllAsync();
        }));

        await ClientRun.WithLinesAsync(check, peer, new StringReader("hello\n"));

        await check.MatchAsync("Send what `next` gives until it is null, then close this side; and show each event, until the server has ended the call.");
    }

    [Fact, Trait("Todo", "07.6")]
    public async Task The_client_reads_while_its_user_thinks()
    {
        var shown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var check = new LabCheck();
        var peer = await check.StartPeerAsync(new ScriptedRoom(async call =>
        {
            await call.PresentAsync("bob");
            await call.SaidAsync("bob", "are you there?");
            await call.ReadAsync();
            await call.SaidAsync("ada", call.Last!.Say.Text);
            await call.ReadToLeaveAsync();
        }), recorded: false);

        using var input = new SlowInput(check.Patience, (shown.Task, "yes"), (Task.CompletedTask, "/leave"));
        await ClientRun.WithLinesAsync(check, peer, input, output => new NoticingWriter(output, "are you there?", shown));

        await check.MatchAsync("Start both loops before you wait for one of them: the user answers what the client has shown.");
    }

    [Fact, Trait("Todo", "07.6")]
    public async Task The_client_ends_when_the_server_ends_the_call()
    {
        await using var check = new LabCheck();
        var peer = await check.StartPeerAsync(new ScriptedRoom(async call =>
        {
            await call.PresentAsync("bob");
            throw new RpcException(new Grpc.Core.Status(StatusCode.PermissionDenied, "the room is closed"));
        }), recorded: false);

        using var input = new SlowInput(check.Patience);
        await ClientRun.WithLinesAsync(check, peer, input);
        check.Note("its user", input.HasGone ? "had to go first" : "was still there");

        await check.MatchAsync("When the reading loop ends, the other one must not wait for the user any longer; and the status is the call's.");
    }

    [Fact, Trait("Todo", "07.6")]
    public async Task What_is_typed_goes_to_the_session_that_runs()
    {
        var again = new Google.Rpc.Status
        {
            Code = (int)StatusCode.Unavailable,
            Details = { Any.Pack(new RetryInfo { RetryDelay = TimeSpan.FromMilliseconds(1).ToDuration() }) },
        };
        var got = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var check = new LabCheck();
        var terminal = new FakeTerminal();
        var peer = await check.StartPeerAsync(new ScriptedRoom(async call =>
        {
            await call.PresentAsync("bob");
            if (call.Number == 1)
            {
                throw again.ToRpcException();
            }

            await call.SaidAsync("bob", "welcome back");
            got.SetResult((await call.ReadAsync())?.Say?.Text ?? "another message");
            await call.ReadToLeaveAsync();
        }), recorded: false);

        await check.CallAsync(async () =>
        {
            var client = ClientRun.OnTerminalAsync(peer, terminal, retries: 1);
            await check.SeeAsync(
                "After the first session has failed, the client opens a second one, and shows its events",
                () => Task.FromResult(terminal.Lines.Any(line => line.EndsWith("welcome back", StringComparison.Ordinal)) ? null : $"'{terminal.LastLine}'"),
                "The fault of the reading loop leaves RunAsync: the given code decides by it whether to try again.");
            Enter("hello");
            check.Note("typed", "hello, in the second session");
            check.Note("it gets", await got.Task.WaitAsync(check.Patience));
            Enter("/leave");
            check.Note("exit code", $"{await client.WaitAsync(check.Patience)}");
        });

        await check.MatchAsync("When the reading loop ends, cancel the token of the writing one: left alone, it takes the next line of its user, for a call that is over.");

        void Enter(string line)
        {
            terminal.Type(line);
            terminal.Press('\r', ConsoleKey.Enter);
        }
    }

    [Fact, Trait("Todo", "07.6")]
    public async Task The_client_reads_while_it_writes()
    {
        const int Texts = 40;
        var text = new string('x', 100_000);
        await using var check = new LabCheck();
        var peer = await check.StartPeerAsync(new ScriptedRoom(async call =>
        {
            // The server reads nothing before the client has taken all of its events.
            await call.PresentAsync("bob");
            for (var i = 0; i < Texts; i++)
            {
                await call.SaidAsync("bob", text);
            }

            await call.ReadToLeaveAsync();
        }), recorded: false);

        var lines = string.Concat(Enumerable.Repeat($"{text}\n", Texts));
        var written = new CountingWriter();
        await ClientRun.WithLinesAsync(check, peer, new StringReader(lines), _ => written);

        check.Note("shown", $"{written.Lines} lines: who is there, and {Texts} texts of 100 kB");
        await check.MatchAsync("A loop that writes first and reads then waits for a server that waits for it: a deadlock.");
    }

    [Fact, Trait("Todo", "07.6")]
    public async Task A_keyboard_that_fails_ends_the_call()
    {
        await using var check = new LabCheck();
        var isLeftOpen = false;
        var peer = await check.StartPeerAsync(new ScriptedRoom(async call =>
        {
            isLeftOpen = !await check.HappensAsync(call.ReadAllAsync());
            if (isLeftOpen)
            {
                throw new RpcException(new Grpc.Core.Status(StatusCode.PermissionDenied, "the server has waited in vain for the end of the call"));
            }
        }), recorded: false);

        await ClientRun.WithLinesAsync(check, peer, new BrokenInput("the keyboard has gone"));
        check.Note("the call", isLeftOpen ? "stayed open until the server ended it" : "was ended by the client");

        await check.MatchAsync("A fault of `next` leaves the writing loop and then RunAsync, and the call is disposed. Only a write that fails ends the loop without a fault.");
    }
}
