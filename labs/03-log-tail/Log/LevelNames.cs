using Workshop.Logs.V1;

namespace Workshop.Tail;

/// <summary>The levels as people write and read them.</summary>
internal static class LevelNames
{
    /// <summary>Understands a name such as <c>warning</c>, or the beginning of one.</summary>
    /// <exception cref="FormatException">No level is called so.</exception>
    public static Level Parse(string name) =>
        Enum.GetValues<Level>()
            .Where(level => level != Level.Unspecified && name.Length > 0)
            .FirstOrDefault(level => $"{level}".StartsWith(name, StringComparison.OrdinalIgnoreCase)) is var found
        && found != Level.Unspecified
            ? found
            : throw new FormatException($"'{name}' is no level: say verbose, debug, information, warning, error or fatal.");

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
}
