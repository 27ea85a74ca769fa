using System.CommandLine;
using Workshop.Runner.Labs;
using Workshop.Runner.Progress;
using Workshop.Runner.Screens;

namespace Workshop.Runner.Commands;

/// <summary><c>list</c>: the labs, how long they take, what is done.</summary>
internal static class ListCommand
{
    public static Command Create(WorkshopFolder workshop, Option<bool> plain)
    {
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("list", "Show the labs and what is done.") { json };
        command.SetAction(parsed =>
        {
            var grade = workshop.DefaultGrade;
            var board = new GradeBook(workshop, grade).ReadBoard();
            if (parsed.GetValue(json))
            {
                Console.Out.WriteLine(JsonReport.Of(board, grade));
            }
            else
            {
                BoardScreen.Show(new Screen(parsed.GetValue(plain), Console.Out), board, grade);
            }

            return ExitCode.Passed;
        });
        return command;
    }
}
