using System.Text;
using System.Text.RegularExpressions;

namespace Workshop.Tests;

/// <summary>A command that a page of a lab shows, in a block or in a line: <c>dotnet run</c> of the lab's program, or <c>curl</c>.</summary>
/// <param name="Line">As the page has it.</param>
/// <param name="Words">Without the quotes. Of <c>dotnet run</c>, what the program gets.</param>
internal sealed partial record PageCommand(string Line, IReadOnlyList<string> Words)
{
    public bool IsCurl => Line.StartsWith("curl", StringComparison.Ordinal);

    /// <summary>Whether it starts the server: without a command, or with settings alone.</summary>
    public bool StartsServer => !IsCurl && (Words.Count == 0 || (Words[0] is not "--help" && Words[0].StartsWith("--", StringComparison.Ordinal)));

    /// <summary>The commands of a page, in their order, each once.</summary>
    public static IReadOnlyList<PageCommand> Of(string page) =>
        [.. Command().Matches(File.ReadAllText(page)).Select(match => match.Groups["line"].Value.Trim()).Distinct().Select(Parse)];

    private static PageCommand Parse(string line)
    {
        string[] words = [.. Word().Matches(line).Select(match => Unquote(match.Value))];
        var arguments = words is ["curl", ..] ? 1 : Array.IndexOf(words, "--") + 1;
        return new PageCommand(line, arguments > 0 ? words[arguments..] : []);
    }

    private static string Unquote(string word)
    {
        var text = new StringBuilder();
        foreach (Match part in Part().Matches(word))
        {
            text.Append(part.Value[0] switch
            {
                '"' => part.Value[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal),
                '\'' => part.Value[1..^1],
                _ => part.Value,
            });
        }

        return text.ToString();
    }

    [GeneratedRegex(@"(?<=^ *|`)(?<line>dotnet run( --[^`\r\n]*)?|curl [^`\r\n]*http[^`\r\n]*)(?=`|\r?$)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Command();

    [GeneratedRegex("""
        (?:"(?:\\"|[^"])*"|'[^']*'|[^\s"'])+
        """)]
    private static partial Regex Word();

    [GeneratedRegex("""
        "(?:\\"|[^"])*"|'[^']*'|[^"']+
        """)]
    private static partial Regex Part();
}
