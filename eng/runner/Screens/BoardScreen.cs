using Workshop.Runner.Labs;
using Workshop.Runner.Progress;

namespace Workshop.Runner.Screens;

/// <summary>The board as a command prints it, with what to do next.</summary>
internal static class BoardScreen
{
    public static void Show(Screen screen, IReadOnlyList<LabProgress> board, Grade grade)
    {
        screen.Line(BoardLines.Title);
        GradeNote.Show(screen, grade);
        screen.Line();
        foreach (var line in BoardLines.Table(board, marked: null, screen.HasSigns))
        {
            screen.Line(line);
        }

        screen.Line();
        screen.Line(BoardLines.Bar(board));
        if (board.FirstOrDefault(row => !row.IsDone)?.Lab is { } next)
        {
            screen.Line($"Next: lab {next.Number}. Read {next.Readme}, then run");
            screen.Line($"  dotnet workshop.cs check {next.Number}");
        }
        else
        {
            screen.Line("Every lab is done.");
        }
    }
}
