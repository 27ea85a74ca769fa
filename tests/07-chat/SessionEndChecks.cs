using Workshop.Chat;
using Workshop.Chat.V1;
using Workshop.Harness;

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
            await ada.SayAsync("the last text");
            foreach (var reader in new EventReader[] { ada, bob, listener })
            {
                await reader.UntilTextAsync("the last text");
            }

            var ends = Task.WhenAll(ada.EndAsync(), bob.EndAsync(), listener.EndAsync(), early.EndAsync());
            await check.StopServerAsync();
            check.Note("status", string.Join(", ", (await ends).Distinct()));
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
    public async Task Leaves_nothing_at_the_server_when_a_session_is_over()
    {
        await using var check = new LabCheck();

        await check.CallAsync(async () =>
        {
            using var clientGone = new CancellationTokenSource();
            using var serverStopping = new CancellationTokenSource();
            var end = new SessionEnd(clientGone.Token, serverStopping.Token);
            var token = end.Token;
            end.Dispose();
            await serverStopping.CancelAsync();
            check.Note("a session", "is over and disposed; then the server stops");
            check.Note("its token", token.IsCancellationRequested ? "is cancelled: serverStopping still knows it" : "hears nothing of it");
        });

        await check.MatchAsync("Dispose the linked source in Dispose: serverStopping keeps it for as long as the server runs, one for each session.");
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
