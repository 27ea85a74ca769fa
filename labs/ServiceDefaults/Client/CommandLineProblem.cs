using System.CommandLine;

namespace Workshop.ServiceDefaults;

/// <summary>Says what is wrong with a command line, and suggests the nearest name.</summary>
internal static class CommandLineProblem
{
    public static string Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var help = command is RootCommand ? "dotnet run -- --help" : $"dotnet run -- {command.Name} --help";
        var unknown = parsed.UnmatchedTokens.OrderByDescending(IsOption).FirstOrDefault();
        return $"{(unknown is null ? parsed.Errors[0].Message : Unknown(unknown, command))} `{help}` shows what there is.";
    }

    private static string Unknown(string word, Command command) =>
        IsOption(word) ? $"There is no option {word}. Did you mean {Spelling.Nearest(word, command.Options.Select(option => option.Name))}?"
        : command.Subcommands.Count > 0
            ? $"There is no command '{word}'. Did you mean {Spelling.Nearest(word, command.Subcommands.Select(other => other.Name))}?"
        : $"'{word}' is not expected here: put a text with spaces in quotation marks.";

    private static bool IsOption(string word) => word.StartsWith("--", StringComparison.Ordinal);
}
