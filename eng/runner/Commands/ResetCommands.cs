using System.CommandLine;
using Workshop.Runner.Copies;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Commands;

/// <summary><c>reset NN</c> gives a lab its original files back; <c>catchup NN</c> also answers it; <c>undo</c> takes the last of these back.</summary>
internal static class ResetCommands
{
    public static Command CreateReset(WorkshopFolder workshop)
    {
        var asked = LabArgument.Required();
        var command = new Command("reset", "Reset a lab; undo takes it back.") { asked };
        command.SetAction(parsed =>
        {
            var lab = asked.Find(parsed, workshop);
            var backup = new Backups(workshop, TimeProvider.System).Reset(lab);
            var output = Output.Of(parsed);
            output.Screen.Line($"Lab {lab.Number} has its original files again. Your files are kept in {backup}.");
            output.Screen.Line("To have them back: dotnet workshop.cs undo");
            output.Document(new { lab = lab.Slug, backup });
            return ExitCode.Passed;
        });
        return command;
    }

    public static Command CreateCatchUp(WorkshopFolder workshop)
    {
        var asked = LabArgument.Required();
        var command = new Command("catchup", "Take the answers of the solution.") { asked };
        command.SetAction(parsed =>
        {
            var lab = asked.Find(parsed, workshop);
            var backup = new Backups(workshop, TimeProvider.System).CatchUp(lab);
            var output = Output.Of(parsed);
            output.Screen.Line($"Lab {lab.Number} has the answers of solutions/{lab.Slug}. Your files are kept in {backup}.");
            output.Screen.Line($"To see that they are right: dotnet workshop.cs check {lab.Number}");
            output.Screen.Line("To have yours back: dotnet workshop.cs undo");
            output.Document(new { lab = lab.Slug, backup });
            return ExitCode.Passed;
        });
        return command;
    }

    public static Command CreateUndo(WorkshopFolder workshop)
    {
        var command = new Command("undo", "Take the last reset or catchup back.");
        command.SetAction(parsed =>
        {
            var (lab, replaced) = new Backups(workshop, TimeProvider.System).Undo();
            var output = Output.Of(parsed);
            output.Screen.Line($"Your files of lab {lab} are back. What stood there before is kept in {replaced}.");
            output.Document(new { lab, replaced });
            return ExitCode.Passed;
        });
        return command;
    }
}
