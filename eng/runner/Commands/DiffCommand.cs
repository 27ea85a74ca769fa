using System.CommandLine;
using Workshop.Runner.Answers;
using Workshop.Runner.Labs;
using Workshop.Runner.Screens;

namespace Workshop.Runner.Commands;

/// <summary><c>diff NN</c>: compares a lab with its solution.</summary>
internal static class DiffCommand
{
    public static Command Create(WorkshopFolder workshop, Option<bool> plain)
    {
        var lab = new Argument<string>("NN") { Description = "The lab, by number or name." };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("diff", "Compare your answer with the solution.") { lab, json };
        command.SetAction(parsed =>
        {
            var files = LabDifference.Of(workshop, workshop.Find(parsed.GetRequiredValue(lab)));
            if (parsed.GetValue(json))
            {
                Console.Out.WriteLine(JsonReport.Of(files));
            }
            else
            {
                var screen = new Screen(parsed.GetValue(plain), Console.Out);
                foreach (var line in DifferenceLines.Of(files))
                {
                    screen.Line(line);
                }
            }

            return ExitCode.Passed;
        });
        return command;
    }
}
