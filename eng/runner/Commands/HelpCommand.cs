using System.CommandLine;

namespace Workshop.Runner.Commands;

/// <summary><c>help [COMMAND]</c>: what a command takes.</summary>
/// <remarks>A command of its own because <c>dotnet workshop.cs --help</c> is answered by dotnet, about itself.</remarks>
internal static class HelpCommand
{
    public static Command Create(Command root)
    {
        var about = new Argument<string?>("COMMAND")
        {
            Description = "The command. All commands, if left out.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("help", "Say what a command takes.") { about };
        command.SetAction(parsed =>
        {
            var name = parsed.GetValue(about);
            if (name is not null && root.Subcommands.All(known => known.Name != name))
            {
                throw WorkshopException.WrongUse(
                    $"There is no command '{name}'. The commands are: {string.Join(", ", root.Subcommands.Select(known => known.Name))}.");
            }

            using var writer = new StringWriter();
            string[] asked = name is null ? ["--help"] : [name, "--help"];
            root.Parse(asked).Invoke(new InvocationConfiguration { Output = writer });
            var help = writer.ToString().Replace($"  {root.Name}", $"  dotnet {root.Name}", StringComparison.Ordinal);
            var output = Output.Of(parsed);
            output.Screen.Write(help);
            output.Document(new { help });
            return ExitCode.Passed;
        });
        return command;
    }
}
