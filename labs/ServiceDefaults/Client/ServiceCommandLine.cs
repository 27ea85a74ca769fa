using System.CommandLine;
using System.CommandLine.Help;
using System.ComponentModel;

namespace Workshop.ServiceDefaults;

/// <summary>The command line of a program that serves, and has commands that call it. Without a command it serves; its
/// options are keys of the configuration.</summary>
/// <typeparam name="TSettings">The class of the service's own settings. A <see cref="DescriptionAttribute"/> of a property
/// is shown by <c>--help</c>.</typeparam>
/// <param name="description">What the program is, in a sentence.</param>
/// <param name="section">The section of the configuration that <typeparamref name="TSettings"/> is read from.</param>
/// <param name="serve">Serves, with the program's arguments, until Ctrl+C. Gives an exit code.</param>
/// <param name="commands">What the program can do besides.</param>
public sealed class ServiceCommandLine<TSettings>(
    string description, string section, Func<string[], TextWriter, TextWriter, Task<int>> serve, params IEnumerable<Command> commands)
    where TSettings : class
{
    // What belongs to libraries is not listed by --help, and the keys in it are not checked.
    private static readonly string[] OtherSections = ["Kestrel", "Logging", "Serilog"];

    /// <summary>Runs the command line.</summary>
    /// <param name="args">The program's arguments.</param>
    /// <param name="output">Where results go.</param>
    /// <param name="error">Where problems and progress go.</param>
    /// <returns>One of <see cref="ExitCodes"/>; <see cref="ExitCodes.Refused"/> for a command line that is not understood.
    /// </returns>
    public async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var root = new RootCommand(description) { HelpName = "dotnet run --" };
        HashSet<string> sections = [];
        AddOptions(root, sections);
        root.SetAction(_ => serve(args, output, error));

        var parsed = root.Parse(
            args is [['-', ..], ..] ? [.. AsOptions(args, root, sections)] : args,
            // A text that begins with @ is a text, and not the name of a file with further arguments.
            new ParserConfiguration { ResponseFileTokenReplacer = null });
        var problem = parsed.Errors.Count > 0 ? CommandLineProblem.Of(parsed)
            : args is [['-', ..], ..] && parsed is { CommandResult.Command: not RootCommand, Action: not HelpAction }
                ? CommandLineProblem.OptionsBefore(parsed.CommandResult.Command)
            : null;
        if (problem is not null)
        {
            await error.WriteLineAsync(problem);
            return ExitCodes.Refused;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            // Ctrl+C: the host ends the server; the system ends a client.
            ProcessTerminationTimeout = null,
        });
    }

    private void AddOptions(RootCommand root, HashSet<string> sections)
    {
        Add("--urls", "URL", $"Where to listen. Default: {ServiceStart.DefaultAddress}");
        Add("--environment", "NAME", "Development or Production. Default: Production");
        Add("--shutdownTimeoutSeconds", "SECONDS", "How long Ctrl+C waits for calls to end.");
        foreach (var setting in TypeDescriptor.GetProperties(typeof(TSettings)).Cast<PropertyDescriptor>().Where(setting => !setting.IsReadOnly))
        {
            Add($"--{section}:{setting.Name}", "VALUE", setting.Description);
            if (!SettingTypes.IsOneValue(setting.PropertyType))
            {
                sections.Add($"--{section}:{setting.Name}");
            }
        }

        foreach (var other in OtherSections)
        {
            Add($"--{other}", "VALUE", "", hidden: true);
            sections.Add($"--{other}");
        }

        foreach (var command in commands)
        {
            root.Add(command);
        }

        void Add(string name, string valueName, string text, bool hidden = false)
        {
            // Were a value required by the arity, the next option would be taken for it.
            var option = new Option<string[]>(name) { HelpName = valueName, Description = text, Arity = ArgumentArity.ZeroOrMore, Hidden = hidden };
            option.Validators.Add(result =>
            {
                if (result.Tokens.Count < result.IdentifierTokenCount)
                {
                    result.AddError($"{name} has no value.");
                }
            });
            root.Add(option);
        }
    }

    // Configuration understands more than System.CommandLine: capital and small letters alike, and keys below a key, such
    // as the names of a dictionary. The value is the server's to read, and may be any text, such as --help after a =.
    private static IEnumerable<string> AsOptions(string[] args, RootCommand root, HashSet<string> sections)
    {
        for (var i = 0; i < args.Length; i++)
        {
            var (key, value) = args[i].Split('=', 2) is [var before, var after] ? (before, after) : (args[i], null);
            var name = root.Options.OfType<Option<string[]>>().FirstOrDefault(option =>
                key.Equals(option.Name, StringComparison.OrdinalIgnoreCase)
                || (sections.Contains(option.Name) && key.StartsWith($"{option.Name}:", StringComparison.OrdinalIgnoreCase)))?.Name;
            yield return name ?? args[i];
            if (name is not null && (value is not null || (i + 1 < args.Length && !CommandLineProblem.IsOption(args[i + 1]))))
            {
                i += value is null ? 1 : 0;
                yield return "VALUE";
            }
        }
    }
}
