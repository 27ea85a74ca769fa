using System.CommandLine;
using Workshop.Runner.Labs;
using Workshop.Runner.Loop;
using Workshop.Runner.Progress;
using Workshop.Runner.Screens;

namespace Workshop.Runner.Commands;

/// <summary><c>list</c>: the labs, how long they take, what is done. Without a command: the loop in a terminal; elsewhere
/// the list, and what else there is.</summary>
internal static class ListCommand
{
    public static Command Create(WorkshopFolder workshop)
    {
        var command = new Command("list", "Show the labs and what is done.");
        command.SetAction(parsed => Show(workshop, Output.Of(parsed)));
        return command;
    }

    public static async Task<int> RunWithoutCommandAsync(
        WorkshopFolder workshop, Command root, ParseResult parsed, CancellationToken cancellationToken)
    {
        var output = Output.Of(parsed);
        if (!parsed.GetValue(Output.Json) && !Console.IsInputRedirected && !Console.IsOutputRedirected)
        {
            await LoopSession.RunAsync(workshop, output.Screen, cancellationToken);
            return ExitCode.Passed;
        }

        Show(workshop, output);
        output.Screen.Line();
        output.Screen.Line("Commands:");
        foreach (var command in root.Subcommands)
        {
            var arguments = string.Concat(command.Arguments.Select(argument =>
                argument.Arity.MinimumNumberOfValues > 0 ? $" {argument.Name}" : $" [{argument.Name}]"));
            output.Screen.Line($"  dotnet {root.Name} {command.Name + arguments,-14}  {command.Description}");
        }

        return ExitCode.Passed;
    }

    private static int Show(WorkshopFolder workshop, Output output)
    {
        var grade = workshop.DefaultGrade;
        var board = new GradeBook(workshop, grade).ReadBoard();
        output.Screen.Lines(BoardLines.Of(board, grade, output.Screen.HasSigns));
        output.Document(new
        {
            grade,
            labs = board.Select(row => new
            {
                row.Lab.Slug,
                row.Lab.Title,
                row.Lab.Minutes,
                row.Lab.Tasks,
                row.Standing,
                row.Counts?.Done,
                row.Counts?.Core,
                row.Counts?.Production,
            }),
        });
        return ExitCode.Passed;
    }
}
