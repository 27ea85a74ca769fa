using System.CommandLine;
using Workshop.Runner.Labs;
using Workshop.Runner.Screens;
using Workshop.Runner.Upgrading;

namespace Workshop.Runner.Commands;

/// <summary><c>upgrade FILE</c>: brings this workshop to the version of a template package.</summary>
internal static class UpgradeCommand
{
    public const string Name = "upgrade";

    public static Command Create(WorkshopFolder workshop)
    {
        var package = new Argument<string?>("FILE")
        {
            Description = "The template package of the new version. Left out, an upgrade that was broken off is finished.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command(Name, "Bring this workshop to a newer version.") { package };
        command.SetAction(parsed =>
        {
            var output = Output.Of(parsed);
            var result = new UpgradeRun(workshop, TimeProvider.System).Do(parsed.GetValue(package));
            output.Screen.Lines(UpgradeLines.Of(result));
            output.Document(new { from = result.From, to = result.To, files = result.Files, copies = result.Copies });
            return ExitCode.Passed;
        });
        return command;
    }

    /// <summary>Says that an upgrade was broken off, whatever else was asked for.</summary>
    public static void WarnIfUnfinished(WorkshopFolder workshop, string[] args)
    {
        if (new UpgradeRun(workshop, TimeProvider.System).IsUnfinished && !args.Contains(Name))
        {
            Console.Error.WriteLine("An upgrade of this workshop was broken off. Finish it: dotnet workshop.cs upgrade");
        }
    }
}
