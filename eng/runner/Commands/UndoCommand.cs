using System.CommandLine;
using Workshop.Runner.Copies;
using Workshop.Runner.Files;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Commands;

/// <summary><c>undo</c>: takes the last reset back.</summary>
internal static class UndoCommand
{
    public static Command Create(WorkshopFolder workshop)
    {
        var command = new Command("undo", "Take the last reset back.");
        command.SetAction(_ =>
        {
            var (slug, replaced) = new Backups(workshop, TimeProvider.System).Undo();
            Console.Out.WriteLine($"Your files of lab {slug} are back. What stood there before is kept in {replaced}.");
            return ExitCode.Passed;
        });
        return command;
    }
}
