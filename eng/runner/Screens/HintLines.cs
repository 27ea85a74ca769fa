using Workshop.Runner.Hints;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Screens;

/// <summary>The hints that were handed out for a task.</summary>
internal static class HintLines
{
    /// <summary>Why there is none for a lab without the name of a task.</summary>
    public static string None(Lab lab) => lab.Tasks is [var first, ..]
        ? $"Lab {lab.Number} is done. For a hint of one of its tasks, name it: dotnet workshop.cs hint {first.Id}"
        : $"Lab {lab.Number} has no tasks, so it has no hints.";

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
