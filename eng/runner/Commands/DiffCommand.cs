using System.CommandLine;
using Workshop.Runner.Answers;
using Workshop.Runner.Labs;
using Workshop.Runner.Screens;

namespace Workshop.Runner.Commands;

/// <summary><c>diff NN</c>: compares a lab with its solution.</summary>
internal static class DiffCommand
{
    public static Command Create(WorkshopFolder workshop)
    {
        var lab = LabArgument.Required();
        var command = new Command("diff", "Compare your answer with the solution.") { lab };
        command.SetAction(parsed =>
        {
            var files = LabDifference.Of(workshop, lab.Find(parsed, workshop));
            var output = Output.Of(parsed);
            output.Screen.Lines(DifferenceLines.Of(files));
            output.Document(new
            {
                same = files.All(file => file.Text.Length == 0),
                files = files.Select(file => new { file.Mine, file.Solution, diff = file.Text }),
            });
            return ExitCode.Passed;
        });
        return command;
    }
}
