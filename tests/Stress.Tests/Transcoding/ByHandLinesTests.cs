using System.Globalization;
using System.Text.RegularExpressions;

namespace Workshop.Tests;

/// <summary>The page of lab 05 says how many lines each side has. Whoever changes the code must change the page.</summary>
public sealed partial class ByHandLinesTests
{
    private static readonly string ByHand = Repository.PathOf("labs", "05-transcoding", "ByHand");

    [Fact]
    public void The_page_counts_the_lines_that_were_written_by_hand()
    {
        var rows = File.ReadLines(Repository.PathOf("docs", "05-transcoding.md"))
            .Select(line => line.Split('|'))
            .Where(cells => cells.Length == 7 && SourceFile().IsMatch(cells[4]) && cells[5].Trim().Length > 0)
            .ToArray();

        Assert.All(rows, row => Assert.Equal(
            SourceFile().Matches(row[4]).Sum(file => File.ReadLines(Path.Combine(ByHand, file.Groups[1].Value)).Count()),
            int.Parse(row[5], CultureInfo.InvariantCulture)));
        Assert.Equal(
            Directory.EnumerateFiles(ByHand).Select(Path.GetFileName).Order(StringComparer.Ordinal),
            rows.SelectMany(row => SourceFile().Matches(row[4]).Select(file => file.Groups[1].Value)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_page_counts_the_lines_of_the_rules()
    {
        var contract = File.ReadAllText(Repository.PathOf("solutions", "05-transcoding", "catalog.proto"));
        var lines = ((string[])["GetFile", "ListFiles"])
            .Sum(call => Regex.Match(contract, $@"rpc {call}\(.*?\n  \}}\r?\n", RegexOptions.Singleline).Value.Split('\n').Length - 2);

        Assert.Contains(
            $"| the rules in `catalog.proto` | {lines} |", File.ReadAllText(Repository.PathOf("docs", "05-transcoding.md")), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"`(\w+\.cs)`")]
    private static partial Regex SourceFile();
}
