using System.CommandLine;
using System.ComponentModel;

namespace Workshop.ServiceDefaults;

/// <summary>The command line of a program that serves, and has commands that call it. Without a command it serves; its
/// options are keys of the configuration.</summary>
/// <typeparam name="TSettings">The class of the service's own settings. A <see cref="DescriptionAttribute"/> of a property
/// is shown by <c>--help</c>.</typeparam>
public sealed class ServiceCommandLine<TSettings>
    where TSettings : class
{
    // Sections of libraries are not listed, and not checked.
    private static readonly string[] OtherSections = ["--Kestrel:", "--Logging:", "--Serilog:"];

    private readonly RootCommand _root;
    private string[] _args = [];

    /// <param name="description">What the program is, in a sentence.</param>
    /// <param name="section">The section of the configuration that <typeparamref name="TSettings"/> is read from.</param>
    /// <param name="serve">Serves, with the program's arguments, until Ctrl+C. Gives an exit code.</param>
    /// <param name="commands">The other commands of the program.</param>
    public ServiceCommandLine(
        string description, string section, Func<string[], TextWriter, TextWriter, Task<int>> serve, params IEnumerable<Command> commands)
    {
        _root = new RootCommand(description) { HelpName = "dotnet run --" };
        AddOption("--urls", "URL", $"Where to listen. Default: {ServiceStart.DefaultAddress}");
        AddOption("--environment", "NAME", "Development or Production. Default: Production");
        AddOption("--shutdownTimeoutSeconds", "SECONDS", "How long Ctrl+C waits for calls to end.");
        foreach (var setting in TypeDescriptor.GetProperties(typeof(TSettings)).Cast<PropertyDescriptor>().Where(setting => !setting.IsReadOnly))
        {
            AddOption($"--{section}:{setting.Name}", "VALUE", setting.Description);
        }

        foreach (var command in commands)
        {
            _root.Add(command);
        }

        _root.SetAction(parsed => serve(_args, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
    }

    /// <summary>Runs the command line.</summary>
    /// <param name="args">The program's arguments.</param>
    /// <param name="output">Where results go.</param>
    /// <param name="error">Where problems and progress go.</param>
    /// <returns>One of <see cref="ExitCodes"/>; <see cref="ExitCodes.Refused"/> for a command line that is not understood.
    /// </returns>
    public async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        _args = args;
        var parsed = _root.Parse(args is [['-', ..], ..] ? [.. AsOptions(args)] : args);
        if (parsed.Errors.Count > 0)
        {
            await error.WriteLineAsync(CommandLineProblem.Of(parsed));
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

    private void AddOption(string name, string valueName, string description) =>
        _root.Add(new Option<string[]>(name) { HelpName = valueName, Description = description, Arity = ArgumentArity.OneOrMore });

    // Configuration understands more than System.CommandLine: --Key=Value, capital and small letters alike, and keys below
    // a key, such as the names of a dictionary.
    private IEnumerable<string> AsOptions(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            var (key, value) = args[i].Split('=', 2) is [var before, var after] ? (before, after) : (args[i], null);
            if (OtherSections.Any(section => key.StartsWith(section, StringComparison.OrdinalIgnoreCase)))
            {
                i += value is null ? 1 : 0;
                continue;
            }

            yield return _root.Options.FirstOrDefault(option => key.Equals(option.Name, StringComparison.OrdinalIgnoreCase)
                || key.StartsWith($"{option.Name}:", StringComparison.OrdinalIgnoreCase))?.Name ?? key;
            if (value is not null)
            {
                yield return value;
            }
        }
    }
}
