using System.CommandLine;
using Workshop.Runner.Labs;
using Workshop.Runner.Processes;

namespace Workshop.Runner.Commands;

/// <summary><c>run NN -- …</c>: runs a lab's program, as <c>dotnet run</c> in its folder does.</summary>
internal static class RunCommand
{
    public static Command Create(WorkshopFolder workshop)
    {
        var asked = LabArgument.Required();
        var passed = new Argument<string[]>("ARGS")
        {
            Description = "What the program is given, after --, such as: run 01 -- greet Ada.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command("run", "Run a lab's program.") { asked, passed };
        command.SetAction(parsed => parsed.GetValue(Output.Json)
            ? throw WorkshopException.WrongUse("`run` prints what the lab's program prints, so it has no --json. Leave it out.")
            : Dotnet.RunInTerminalAsync(
                workshop.PathOf("labs", asked.Find(parsed, workshop).Slug), ["run", "--", .. parsed.GetValue(passed) ?? []]));
        return command;
    }
}
