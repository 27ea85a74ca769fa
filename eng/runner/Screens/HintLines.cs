using Workshop.Runner.Hints;

namespace Workshop.Runner.Screens;

/// <summary>The hints that were handed out for a task.</summary>
internal static class HintLines
{
    public static IEnumerable<ScreenLine> Of(HintsShown hints)
    {
        yield return ScreenLine.Of($"{hints.Task.Id} {hints.Task.Title}", ScreenLine.Bold);
        if (hints.Total == 0)
        {
            yield return ScreenLine.Empty;
            yield return ScreenLine.Of($"Task {hints.Task.Id} has no hints. Its README and its page in docs/ say more.");
        }

        foreach (var (at, hint) in hints.Hints.Index())
        {
            yield return ScreenLine.Empty;
            yield return ScreenLine.Of($"Hint {at + 1} of {hints.Total} for task {hints.Task.Id}");
            yield return ScreenLine.Empty;
            foreach (var line in ScreenLine.Lines(hint))
            {
                yield return line;
            }
        }
    }
}
