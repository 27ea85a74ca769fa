using Grpc.Core;
using Workshop.Chat;
using Workshop.Chat.V1;
using Workshop.Harness;

namespace Workshop.Checks;

public sealed class TwoLoopsChecks
{
    private const string OneToken = "Both loops get one token, which is cancelled with `stop` and after the first fault.";

    [Fact, Trait("Todo", "07.4")]
    public async Task Takes_what_is_said_while_its_own_events_are_not_read()
    {
        const int Said = 30;
        var text = new string('x', 100_000);
        await using var check = new LabCheck();
        var lab = await ChatLab.StartAsync(check);

        await check.CallAsync(async () =>
        {
            using var session = await lab.JoinAsync("ada");
            var sent = 0;
            var sending = Task.Run(async () =>
            {
                for (; sent < Said; sent++)
                {
                    await session.SayAsync(text);
                }
            });
            await check.SeeAsync(
                $"The server takes {Said} texts of 100 kB from a client that reads nothing",
                () => Task.FromResult(sending.IsCompletedSuccessfully ? null : $"{sent} of them; then both sides wait for the other one: a deadlock"),
                "Read and write at the same time. Who writes first, and reads when that is done, waits for a client that waits for it.");
            await session.SayAsync("end");
            await session.UntilTextAsync("end");
            var missed = session.Events.Sum(happened => happened.Missed?.Count ?? 0);
            check.Note("said", $"{Said} texts of 100 kB, and nothing was read meanwhile");
            check.Note("then", $"{session.Texts.Count - 1 + missed} of them came or were missed; holes: {session.Holes()}");
        });

        await check.MatchAsync("Start both loops, and wait for both.");
    }

    [Fact, Trait("Todo", "07.4")]
    public async Task Says_what_others_say_while_the_client_says_nothing()
    {
        await using var check = new LabCheck();
        var lab = await ChatLab.StartAsync(check);

        await check.CallAsync(async () =>
        {
            using var silent = await lab.JoinAsync("ada");
            using var talking = await lab.JoinAsync("bob");
            await talking.SayAsync("one");
            await silent.UntilTextAsync("one");
            await talking.SayAsync("two");
            await silent.UntilTextAsync("two");
            await talking.UntilTextAsync("two");
            check.Note("ada gets", silent.ShowWithoutPresence());
            check.Note("bob gets", talking.ShowWithoutPresence());
        });

        await check.MatchAsync("The writing loop must not wait until the client says something.");
    }

    [Fact, Trait("Todo", "07.4")]
    public async Task The_first_fault_ends_both()
    {
        await using var check = new LabCheck();
        var lab = await ChatLab.StartAsync(check, "--Chat:MaxTextBytes=10", "--Chat:MaxSessionsPerRoom=1");

        await check.CallAsync(async () =>
        {
            await NoteAsync("join, once more", new ChatRequest { Join = new Join { Room = ChatLab.Room } });
            await NoteAsync("a text of 11 bytes in 10 letters", new ChatRequest { Say = new Say { Text = "aaaaaaaaaä" } });
            await NoteAsync("no text", new ChatRequest { Say = new Say() });
            await NoteAsync("none of the three events", new ChatRequest());
        });

        await check.MatchAsync("When one loop has failed, cancel the other, wait for it, and let the first fault leave RunAsync.");

        async Task NoteAsync(string sent, ChatRequest request)
        {
            // The room has one place. Whoever still has it, when the next one comes, has not ended.
            using var session = await lab.JoinAsync("ada");
            await session.SendAsync(request);
            check.Note("sent", sent);
            check.Note("status", await session.EndAsync());
        }
    }

    [Fact, Trait("Todo", "07.4")]
    public async Task A_fault_also_ends_the_session_of_a_client_that_reads_nothing()
    {
        var limit = TimeSpan.FromSeconds(9);
        await using var check = new LabCheck();
        var time = check.UseTime(new WatchedTime(limit));
        var lab = await ChatLab.StartAsync(check, "--Chat:MaxSessionsPerRoom=1", "--Chat:StallLimit=00:00:09");

        await check.CallAsync(async () =>
        {
            using var ada = await lab.JoinAsync("ada");
            for (var i = 0; i < 6; i++)
            {
                await ada.SayAsync(new string('x', 100_000));
            }

            await check.SeeAsync(
                "The writing loop waits for a client that reads nothing",
                () => Task.FromResult(time.Waiting == 1 ? null : "it does not"),
                "The writing loop sends to the client what it says itself.");
            await ada.SendAsync(new ChatRequest());
            await lab.SeePlaceAsync("After a fault of ada's client, her session ends and bob gets her place", OneToken);
            check.Note("bob", "is in, after a fault of ada's client, which reads nothing");
        });

        await check.MatchAsync("Whoever sees one loop fail cancels the token of both.");
    }

    [Fact, Trait("Todo", "07.4")]
    public async Task Both_end_when_the_client_has_gone()
    {
        await using var check = new LabCheck();
        var lab = await ChatLab.StartAsync(check, "--Chat:MaxSessionsPerRoom=1");

        await check.CallAsync(async () =>
        {
            using (await lab.JoinAsync("ada"))
            {
                using var refused = await lab.JoinUnreadAsync("bob");
                check.Note("bob", $"{await refused.EndAsync()}, while ada has the only place");
            }

            await lab.SeePlaceAsync("When ada's client has gone, her session ends and bob gets her place", OneToken);
            check.Note("bob", "is in, when ada's client has gone");
        });

        await check.MatchAsync("Link a source to `stop`, and give its token to both loops.");
    }

    [Fact, Trait("Todo", "07.4")]
    public async Task The_first_fault_leaves_when_both_have_ended()
    {
        await using var check = new LabCheck();

        await check.CallAsync(async () =>
        {
            (bool Late, bool Reads, FaultyLoops Loops)[] runs =
            [
                (false, true, new FaultyLoops(check, late: false)), (false, false, new FaultyLoops(check, late: false)),
                (true, true, new FaultyLoops(check, late: true)), (true, false, new FaultyLoops(check, late: true)),
            ];
            await Task.WhenAll(runs.Select(run => run.Loops.RunAsync(loops => run.Reads
                ? TwoLoops.RunAsync(FaultyLoops.FirstAsync, loops.OtherAsync, default)
                : TwoLoops.RunAsync(loops.OtherAsync, FaultyLoops.FirstAsync, default))));
            foreach (var run in runs)
            {
                check.Note("fails", $"the {(run.Reads ? "reading" : "writing")} loop; the other one, too, {(run.Late ? "some time after" : "when")} it is cancelled");
                check.Note("RunAsync", run.Loops.Seen);
            }
        });

        await check.MatchAsync("Cancel the other loop, wait until it has ended, too, and then await the one that ended first: its fault is the one to throw.");
    }

    [Fact, Trait("Todo", "07.4")]
    public async Task No_fault_is_lost()
    {
        await using var check = new LabCheck();

        await check.CallAsync(async () =>
        {
            using var stop = new CancellationTokenSource();
            var loops = new WaitingLoops(check);
            var goodbye = SeeAsync(TwoLoops.RunAsync(loops.EndAsync, loops.FailLaterAsync, default));
            var stopped = SeeAsync(TwoLoops.RunAsync(loops.WaitAsync, loops.WaitAsync, stop.Token));
            var gone = SeeAsync(TwoLoops.RunAsync(WaitingLoops.GoneAsync, loops.WaitForCancelAsync, default));
            await loops.FailAsync();
            await stop.CancelAsync();
            check.Note("reading", "ends after a goodbye, and then the writing loop fails");
            check.Note("RunAsync", await goodbye);
            check.Note("both loops", "wait when `stop` is cancelled");
            check.Note("RunAsync", await stopped);
            var clientGone = await gone;
            check.Note("reading", "says by OperationCanceledException that its client has gone");
            check.Note("writing", await loops.WasCancelledAsync() ? "is cancelled" : "is not cancelled");
            check.Note("RunAsync", clientGone);
        });

        await check.MatchAsync("A cancellation is a fault, too; and a loop that fails after the other one has ended has the first fault.");

        static async Task<string> SeeAsync(Task run)
        {
            try
            {
                await run;
                return "returns";
            }
            catch (OperationCanceledException)
            {
                return "throws OperationCanceledException";
            }
            catch (InvalidDataException problem)
            {
                return $"throws the fault of {problem.Message}";
            }
        }
    }
}
