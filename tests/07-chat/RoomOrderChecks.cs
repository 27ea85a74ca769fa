using Workshop.Chat;
using Workshop.Chat.V1;
using Workshop.Harness;

namespace Workshop.Checks;

public sealed class RoomOrderChecks
{
    private const int Senders = 8;
    private const int Each = 50;

    [Fact, Trait("Todo", "07.2")]
    public async Task Numbers_what_happens_without_holes()
    {
        await using var check = new LabCheck();
        var lab = await ChatLab.StartAsync(check);

        await check.CallAsync(async () =>
        {
            var summaries = await Task.WhenAll(Enumerable.Range(1, Senders).Select(
                sender => lab.SayAsync($"bot-{sender}", Enumerable.Range(1, Each).Select(i => $"{i}"))));
            using var listener = await lab.ListenAsync(history: 1000);
            var said = listener.Events.Where(happened => happened.Said is not null).ToList();
            check.Note("said", $"{summaries.Sum(summary => summary.Said)} texts, by {Senders} members at the same time");
            check.Note("kept", $"{said.Count}, with the numbers {said.FirstOrDefault()?.Seq} to {said.LastOrDefault()?.Seq}");
            check.Note("holes", listener.Holes());
            check.Note("numbers", said.Select(happened => happened.Seq).Distinct().Count() == said.Count ? "each once" : "some twice");
            check.Note("of each", said.GroupBy(happened => happened.Said.Name).All(texts => texts.Select(text => text.Said.Text).SequenceEqual(
                Enumerable.Range(1, Each).Select(i => $"{i}"))) ? $"1 to {Each} in this order" : "not in the order in which they were said");
            check.Note("summaries", summaries.All(summary => said.Any(text => text.Seq == summary.FirstSeq && text.Said.Text == "1")
                && said.Any(text => text.Seq == summary.LastSeq && text.Said.Text == $"{Each}")) ? "say the first and the last number" : "say other numbers");
        });

        await check.MatchAsync("Number, keep and offer an event under one lock, so that nobody comes between.");
    }

    [Fact, Trait("Todo", "07.2")]
    public async Task Everybody_gets_the_same_kept_events()
    {
        await using var check = new LabCheck();
        var lab = await ChatLab.StartAsync(check, "--Chat:HistoryEvents=5");

        await check.CallAsync(async () =>
        {
            await lab.SayAsync("bot", "one", "two", "three", "four", "five", "six");
            foreach (var history in (int[])[0, 2, 100])
            {
                using var listener = await lab.ListenAsync(history);
                check.Note("history", $"{history}: {listener.ShowWithoutPresence()}; the last number is {listener.Events[^1].Seq}");
            }
        });

        await check.MatchAsync("Publish adds each event to the history, and Follow returns a snapshot of it.");
    }

    [Fact, Trait("Todo", "07.2")]
    public async Task Nobody_comes_between_the_steps_of_an_event()
    {
        await using var check = new LabCheck();

        await check.CallAsync(async () =>
        {
            var log = NewLog();
            var second = Task.CompletedTask;
            var (before, after) = (new Follower(), new Follower());
            // While the first event is offered, somebody else says something.
            var middle = new Follower(() => second = Meanwhile.Do(() => Say(log, "two")));
            Follow(log, before, middle, after);
            Say(log, "one");
            await second;
            check.Note("said", "one; and two, by another thread, while one is offered to the second of three members");
            check.Note("the first", before.Show());
            check.Note("the second", middle.Show());
            check.Note("the third", after.Show());
        });

        await check.MatchAsync("Offer the event under the lock that numbers it: else somebody else's event comes between.");
    }

    [Fact, Trait("Todo", "07.2")]
    public async Task Who_has_left_gets_nothing_more()
    {
        await using var check = new LabCheck();

        await check.CallAsync(async () =>
        {
            var log = NewLog();
            var leaving = Task.CompletedTask;
            var (first, last) = (new Follower(), new Follower());
            var got = 0;
            // While an event is offered to somebody, the ones before and behind leave.
            var middle = new Follower(() => leaving = Meanwhile.Do(() =>
            {
                log.Leave(first);
                log.Leave(last);
                got = first.Count + last.Count;
            }));
            Follow(log, first, middle, last);
            try
            {
                Say(log, "one");
                check.Note("Publish", "returns");
            }
            catch (InvalidOperationException problem)
            {
                check.Note("Publish", $"throws: {problem.Message}");
            }

            await leaving;
            check.Note("who has left", $"gets events afterwards: {first.Count + last.Count - got}");
            Say(log, "two");
            check.Note("who stays", middle.Show());
        });

        await check.MatchAsync("Leave takes the lock of Publish: when it has returned, nobody offers that queue anything any more.");
    }

    private static RoomLog NewLog() => new(new RoomHistory("room", new ChatOptions()), TimeProvider.System);

    private static void Follow(RoomLog log, params IEnumerable<IFollower> followers)
    {
        foreach (var follower in followers)
        {
            log.Follow(follower);
        }
    }

    private static void Say(RoomLog log, string text) => log.Publish(new RoomEvent { Said = new Said { Name = "ada", Text = text } });
}
