using Workshop.Runner.Hints;

namespace Workshop.Runner.Screens;

/// <summary>The hints that were handed out for a task, and how to get more.</summary>
internal static class HintScreen
{
    public static void Show(Screen screen, HintsShown hints)
    {
        screen.Line($"{hints.Task.Id} {hints.Task.Title}");
        screen.Line();
        screen.Line(hints.Text);
        if (hints.Total > 0)
        {
            screen.Line();
            screen.Line(hints.IsAll
                ? $"That is every hint. Still stuck? See the answer: dotnet workshop.cs diff {hints.Task.Id[..2]}"
                : $"Once more for the next hint: dotnet workshop.cs hint {hints.Task.Id}");
        }
    }
}
