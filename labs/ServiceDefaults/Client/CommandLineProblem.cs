using System.CommandLine;

namespace Workshop.ServiceDefaults;

/// <summary>Says what is wrong with a command line, and what may have been meant.</summary>
/// <remarks>What stands after a = is never repeated: it may be a secret.</remarks>
internal static class CommandLineProblem
{
    /// <summary>The first thing that is wrong.</summary>
    /// <param name="parsed">A command line with errors.</param>
    public static string Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var unknown = parsed.UnmatchedTokens.OrderByDescending(IsOption).FirstOrDefault();
        return $"{(unknown is null ? parsed.Errors[0].Message : Unknown(unknown.Split('=')[0], command))} {Help(command)}";
    }

    /// <summary>The server's options stand before a command, which would do without them and not say so.</summary>
    public static string OptionsBefore(Command command) =>
        $"Options that stand before '{command.Name}' are the server's: begin with '{command.Name}'. {Help(command)}";

    /// <summary>Whether a word is the name of an option, not a text or a negative number.</summary>
    public static bool IsOption(string word) => word.StartsWith("--", StringComparison.Ordinal);

    private static string Help(Command command) =>
        $"`dotnet run --{(command is RootCommand ? "" : $" {command.Name}")} --help` shows what there is.";

    private static string Unknown(string word, Command command) =>
        IsOption(word) ? $"There is no option {word}. Did you mean {Spelling.Nearest(word, command.Options.Select(option => option.Name))}?"
        // Settings may be written as /key or key=value elsewhere.
        : command.Subcommands.Count > 0 && word.IndexOfAny(['/', ':', '-']) >= 0
            ? $"There is no command '{word}'. An option begins with two hyphens."
        : command.Subcommands.Count > 0
            ? $"There is no command '{word}'. Did you mean {Spelling.Nearest(word, command.Subcommands.Select(other => other.Name))}?"
        : $"'{word}' is one word too many: put a text with spaces in quotation marks.";
}
