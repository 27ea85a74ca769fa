using System.Text.RegularExpressions;
using Workshop.Runner.Commands;
using Workshop.Runner.Labs;
using Xunit;

namespace Workshop.Tests;

/// <summary>Each <c>dotnet workshop.cs</c> that a page shows, in a block or in a line, is one that the runner knows.</summary>
public sealed partial class DocumentedCommandsTests
{
    // What a page writes where a reader puts something else.
    private static readonly Dictionary<string, string> Placeholders = new() { ["NN"] = "01", ["NN.n"] = "01.1" };

    private static readonly string[] Folders = ["docs", "labs", "dotnet-new-template", "eng", "tests"];

    public static TheoryData<string, string> Commands =>
    [
        .. Folders.SelectMany(folder => Directory.GetFiles(Repository.PathOf(folder), "*.md", SearchOption.AllDirectories))
            .Concat(Directory.GetFiles(Repository.Root, "*.md"))
            .SelectMany(page => Command().Matches(File.ReadAllText(page)).Select(match => match.Groups["arguments"].Value.Trim())
                .Distinct()
                .Select(arguments => (Path.GetRelativePath(Repository.Root, page).Replace('\\', '/'), arguments)))
            .Order(),
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_of_a_page_is_known(string page, string arguments)
    {
        string[] words = [.. Word().Matches(arguments).Select(word => word.Value.Trim('"')).Select(word => Placeholders.GetValueOrDefault(word, word))];

        var parsed = WorkshopCommand.Create(new WorkshopFolder(Repository.Root)).Parse(words);

        Assert.True(parsed.Errors.Count == 0, $"{page}: `dotnet workshop.cs {arguments}`: {string.Join(" ", parsed.Errors.Select(error => error.Message))}");
    }

    [Fact]
    public void There_are_some() => Assert.True(Commands.Count > 40, $"{Commands.Count} commands were found.");

    // Up to the end of the line or of the code, or to the words behind it in a block.
    [GeneratedRegex(@"(?<=^(\$ )?|`)dotnet workshop\.cs(?<arguments>[^`\r\n]*?)(?=`|\r?$|  )", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Command();

    [GeneratedRegex("""
        "(\\"|[^"])*"|\S+
        """, RegexOptions.ExplicitCapture)]
    private static partial Regex Word();
}
