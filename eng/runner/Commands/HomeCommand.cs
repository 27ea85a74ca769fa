using System.CommandLine;
using Workshop.Runner.Labs;
using Workshop.Runner.Loop;
using Workshop.Runner.Progress;
using Workshop.Runner.Screens;

namespace Workshop.Runner.Commands;

/// <summary>Without a command: the loop in a terminal; elsewhere the board, and what else there is.</summary>
internal static class HomeCommand
{
    public static async Task<int> RunAsync(WorkshopFolder workshop, Command root, bool plain, CancellationToken cancellationToken)
    {
        var screen = new Screen(plain, Console.Out);
        if (Console.IsInputRedirected || Console.IsOutputRedirected)
        {
            return ShowBoard(workshop, root, screen);
        }

        await LoopSession.RunAsync(workshop, screen, cancellationToken);
        return ExitCode.Passed;
    }

    private static int ShowBoard(WorkshopFolder workshop, Command root, Screen screen)
    {
        var grade = workshop.DefaultGrade;
        BoardScreen.Show(screen, new GradeBook(workshop, grade).ReadBoard(), grade);
        screen.Line();
        screen.Line("Commands:");
        foreach (var command in root.Subcommands)
        {
            var arguments = string.Concat(command.Arguments.Select(argument => argument.Arity.MinimumNumberOfValues > 0 ? $" {argument.Name}" : $" [{argument.Name}]"));
            screen.Line($"  dotnet {root.Name} {command.Name + arguments,-14}  {command.Description}");
        }

        return ExitCode.Passed;
    }
}
