namespace Workshop.Harness;

/// <summary>A command line as somebody would type it.</summary>
internal static class CommandLine
{
    private const int LongestUnquoted = 40;

    public static string Show(string name, IEnumerable<string> args) => string.Join(' ', args.Select(Quote).Prepend(name));

    private static string Quote(string arg) =>
        arg.Length is 0 or > LongestUnquoted || arg.Contains(' ', StringComparison.Ordinal) ? $"\"{arg}\"" : arg;
}
