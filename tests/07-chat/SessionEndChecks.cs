using System.Runtime.CompilerServices;
using Grpc.Core;
using Workshop.Chat;
using Workshop.Chat.V1;
using Workshop.Harness;
using Workshop.ServiceDefaults;

namespace Workshop.Checks;

public sealed class SessionEndChecks
{
    private const int Said = 50;

    [Fact, Trait("Todo", "07.8")]
    public async Task Sends_the_rest_after_leave()
    {
        await using var check = new LabCheck();
        var lab = await ChatLab.StartAsync(check);

        await check.CallAsync(() => NoteAsync(check, lab, session => session.LeaveAsync()));

        await check.MatchAsync("After `leave`, the member goes, then its queue is complete: the writer sends what waits, and ends.");
    }

    [Fact, Trait("Todo", "07.8")]
    public async Task Sends_the_rest_after_a_half_close()
    {
        await using var check = new LabCheck();
        var lab = await ChatLab.StartAsync(check);

        await check.CallAsync(() => NoteAsync(check, lab, session => session.CloseAsync()));

        await check.MatchAsync("A client that closes its side still reads. It says goodbye as one that sends `leave` does.");
    }

    [Fact, Trait("Todo", "07.8")]
    public async Task Tells_everybody_when_the_server_stops()
    {
        await using var check = new LabCheck();
        var lab = await ChatLab.StartAsync(check);

        await check.CallAsync(async () =>
        {
            using var ada = await lab.JoinAsync("ada");
            using var bob = await lab.JoinAsync("bob");
            using var listener = await lab.ListenAsync();
            using var early = lab.Open("eve");
            using var bot = new ChatService.ChatServiceClient(check.Unrecorded).SendMessages(lab.HeadersOf("bot"), ChatLab.Deadline);
            await bot.RequestStream.WriteAsync(new SendMessagesRequest { Room = ChatLab.Room, Text = "more follows" });
            await ada.UntilTextAsync("more follows");
            await ada.SayAsync("the last text");
            foreach (var reader in new EventReader[] { ada, bob, listener })
            {
                await reader.UntilTextAsync("the last text");
            }

            var ends = Task.WhenAll(ada.EndAsync(), bob.EndAsync(), listener.EndAsync(), early.EndAsync());
            await check.StopServerAsync();
            check.Note("status", string.Join(", ", (await ends).Distinct()));
            check.Note("SendMessages", await EndAsync(bot));
            foreach (var (name, reader) in new (string, EventReader)[] { ("ada", ada), ("bob", bob), ("a listener", listener) })
            {
                check.Note(name, reader.Events[^1].Kicked is { Reason: Kicked.Types.Reason.ServerStopping } ? "kicked: the server stops" : "not kicked");
                check.Note("last_seq", reader.Facts.GetValueOrDefault("last_seq") == $"{reader.Events[^1].Seq}" ? "that of the last event" : "another number than that of the last event");
            }
        });

        await check.MatchAsync(
            "No token of the call is cancelled when the server stops: link serverStopping to it. Then a last event, `kicked`, and UNAVAILABLE.");
    }

    [Fact, Trait("Todo", "07.8")]
    public async Task Who_listens_and_goes_gives_the_place_back()
    {
        await using var check = new LabCheck();
        var lab = await ChatLab.StartAsync(check, "--Chat:MaxSessionsPerRoom=1");

        await check.CallAsync(async () =>
        {
            // Nothing is said: only the token tells the server's loop that nobody listens any more.
            using (await lab.ListenAsync(name: "ada"))
            {
            }

            await lab.SeePlaceAsync("When ada, who only listened, has gone, bob gets her place", "Link both tokens: clientGone, and serverStopping.");
            check.Note("bob", "is in, when ada, who only listened, has gone");
        });

        await check.MatchAsync("Token is cancelled by clientGone as before, and by serverStopping, too.");
    }

    [Fact, Trait("Todo", "07.8")]
    public async Task Leaves_nothing_at_the_server_when_a_session_is_over()
    {
        const int Sessions = 50;
        await using var check = new LabCheck();

        await check.CallAsync(() =>
        {
            using var serverStopping = new CancellationTokenSource();
            var tokens = BeginAndEnd(Sessions, serverStopping.Token);
            var kept = Kept.Count(tokens);
            GC.KeepAlive(serverStopping);
            check.Note("over", $"{Sessions} sessions, and the server goes on");
            check.Note("in memory", kept == 0 ? "none of their tokens" : $"{kept} of their tokens: serverStopping keeps them");
            return Task.CompletedTask;
        });

        await check.MatchAsync("Dispose the linked source in Dispose: serverStopping keeps it for as long as the server runs, one for each session.");
    }

    // The source of a token keeps its wait handle, for as long as somebody keeps the source.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference[] BeginAndEnd(int sessions, CancellationToken serverStopping) => [.. Enumerable.Range(1, sessions).Select(_ =>
    {
        using var clientGone = new CancellationTokenSource();
        using var end = new SessionEnd(clientGone.Token, serverStopping);
        return new WeakReference(end.Token.WaitHandle);
    })];

    private static async Task<string> EndAsync(AsyncClientStreamingCall<SendMessagesRequest, SendMessagesResponse> call)
    {
        try
        {
            await call.ResponseAsync;
            return "OK";
        }
        catch (RpcException failure)
        {
            return $"{failure.StatusCode} {ErrorDomain.ReasonOf(failure)}".TrimEnd();
        }
    }

    private static async Task NoteAsync(LabCheck check, ChatLab lab, Func<Session, Task> goodbye)
    {
        using var listener = await lab.ListenAsync();
        using var session = await lab.JoinAsync("ada");
        for (var i = 1; i <= Said; i++)
        {
            await session.SayAsync($"{i}");
        }

        await goodbye(session);
        check.Note("status", await session.EndAsync());
        check.Note("came", $"{session.Texts.Count} of {Said} texts, holes: {session.Holes()}");
        check.Note("the last", session.Events[^1].Left is { Name: "ada" } ? "(left ada)" : "another event");
        await listener.UntilLeftAsync("ada");
        check.Note("the others", $"{listener.Texts.Count} texts, (left ada) {listener.Events.Count(happened => happened.Left is not null)} times");
    }
}
