using System.CommandLine;
using System.CommandLine.Parsing;
using Workshop.Logs.V1;

namespace Workshop.Tail;

/// <summary>The levels as people write and read them.</summary>
internal static class LevelNames
{
    private const string All = "verbose, debug, information, warning, error or fatal";

    /// <summary>The level as an option of a command line; <see cref="Level.Unspecified"/> when it is left out.</summary>
    public static Option<Level> Option() => new("--level")
    {
        Description = $"Only this level and more serious ones: {All}.",
        HelpName = "LEVEL",
        CustomParser = Parse,
    };

    /// <summary>The level as an argument of a command line.</summary>
    public static Argument<Level> Argument() => new("LEVEL") { Description = $"One of {All}.", CustomParser = Parse };

    /// <summary>Three letters, as Serilog's console has them.</summary>
    public static string Short(Level level) => level switch
    {
        Level.Verbose => "VRB",
        Level.Debug => "DBG",
        Level.Information => "INF",
        Level.Warning => "WRN",
        Level.Error => "ERR",
        Level.Fatal => "FTL",
        _ => "???",
    };

    // The beginning of a name is enough.
    private static Level Parse(ArgumentResult result)
    {
        var name = result.Tokens.Count == 0 ? "" : result.Tokens[0].Value;
        var level = Enum.GetValues<Level>().FirstOrDefault(level => level != Level.Unspecified
            && name.Length > 0 && $"{level}".StartsWith(name, StringComparison.OrdinalIgnoreCase));
        if (level == Level.Unspecified)
        {
            result.AddError($"'{name}' is not a level: give {All}.");
        }

        return level;
    }
}
