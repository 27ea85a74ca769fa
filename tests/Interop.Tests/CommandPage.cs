namespace Workshop.Interop.Tests;

/// <summary>The commands of docs/other-languages.md: the lines of its fences <c>```sh</c>. What the tests run is read from
/// there.</summary>
internal static class CommandPage
{
    /// <summary>Where the page says that a server listens.</summary>
    public const string Address = "localhost:50051";

    /// <summary>The file that the page uploads.</summary>
    public const string UploadedFile = "README.md";

    public static string Path { get; } = Repository.PathOf("docs", "other-languages.md");

    public static IReadOnlyList<string> Commands { get; } = [.. Read()];

    /// <summary>The only command that contains a text, as words.</summary>
    public static IReadOnlyList<string> CommandWith(string text)
    {
        var found = Commands.Where(command => command.Contains(text, StringComparison.Ordinal)).ToList();
        Assert.True(found.Count == 1, $"{Path} has {found.Count} commands with '{text}'. There must be one.");
        return Words(found[0]);
    }

    // Blanks separate words, except within '…' and "…".
    private static List<string> Words(string command)
    {
        var words = new List<string>();
        for (var rest = command.Trim(); rest.Length > 0; rest = rest.TrimStart())
        {
            var quote = rest[0] is '\'' or '"' ? rest[0] : ' ';
            var begin = quote is ' ' ? 0 : 1;
            var end = rest.IndexOf(quote, begin);
            end = end < 0 ? rest.Length : end;
            words.Add(rest[begin..end]);
            rest = rest[Math.Min(rest.Length, end + 1)..];
        }

        return words;
    }

    private static IEnumerable<string> Read()
    {
        var isCommand = false;
        foreach (var line in File.ReadLines(Path))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                isCommand = line is "```sh";
            }
            else if (isCommand && line.Length > 0)
            {
                yield return line;
            }
        }
    }
}
