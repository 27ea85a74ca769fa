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
}
