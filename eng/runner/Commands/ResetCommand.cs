using System.CommandLine;
using Workshop.Runner.Copies;
using Workshop.Runner.Files;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Commands;

/// <summary><c>reset NN</c>: makes a lab as it came.</summary>
internal static class ResetCommand
{
    public static Command Create(WorkshopFolder workshop)
    {
        var asked = new Argument<string>("NN") { Description = "The lab, by number or name." };
        var command = new Command("reset", "Make a lab as it came; undo takes it back.") { asked };
        command.SetAction(parsed =>
        {
            var lab = workshop.Find(parsed.GetRequiredValue(asked));
            var backup = new Backups(workshop, TimeProvider.System).Reset(lab);
            Console.Out.WriteLine($"Lab {lab.Number} is as it came. Your files are kept in {backup}.");
            Console.Out.WriteLine("To have them back: dotnet workshop.cs undo");
            return ExitCode.Passed;
        });
        return command;
    }
}
