using System.Text.RegularExpressions;
using Xunit;

namespace Workshop.Tests;

/// <summary>docs/claims.md says what its commands say: what stands in code marks under <em>measured</em> is in their output.</summary>
public sealed partial class ClaimsTests
{
    private const string Wire = "dotnet workshop.cs wire ";
    private const int FewestClaims = 25;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private static readonly string[] Verdicts = ["true", "false", "partly", "exaggerated"];

    private static readonly string[] Scenarios = ["contrast", "upload", "tail", "chat"];

    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "claims.md")).ReplaceLineEndings("\n");

    // The JSON that the page calls USER.
    private static readonly string User = UserBlock().Match(Page).Groups["json"].Value;

    public static TheoryData<int> Claims => [.. Rows().Select(row => row.Number)];

    [Theory]
    [MemberData(nameof(Claims))]
    public async Task What_a_claim_is_compared_with_was_measured(int number)
    {
        var (_, measured, command, verdict) = Rows().Single(row => row.Number == number);
        Assert.Contains(verdict, Verdicts);
        var code = Code().Match(command).Groups["code"].Value;
        if (code.StartsWith(Wire, StringComparison.Ordinal))
        {
            var result = await BoundedProcess.RunAsync(
                Repository.Root,
                Limit,
                ["exec", Repository.PathOf("artifacts", "bin", "eng", "runner", "debug", "Runner.dll"), "wire", .. Arguments(code[Wire.Length..])],
                ("WORKSHOP_ROOT", Repository.Root));

            AssertAll(measured, result.All);
        }
        else if (Scenarios.Contains(command))
        {
            AssertAll(measured, File.ReadAllText(Repository.PathOf("docs", "benchmarks.md")));
        }
        else if (Filter().Match(command) is { Success: true } filter)
        {
            Assert.NotEmpty(Directory.GetFiles(Repository.PathOf("tests", "Stress.Tests"), $"{filter.Groups["class"]}.cs", SearchOption.AllDirectories));
        }
        else
        {
            Assert.Equal("count them", command);
            Assert.StartsWith($"{User.Length} characters", measured, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void There_are_enough_and_they_are_numbered_in_order() =>
        Assert.Equal(Enumerable.Range(1, Math.Max(FewestClaims, Rows().Length)), Rows().Select(row => row.Number));

    private static void AssertAll(string measured, string output)
    {
        var figures = Code().Matches(measured).Select(match => match.Groups["code"].Value).ToArray();
        Assert.NotEmpty(figures);
        Assert.All(figures, figure => Assert.Contains(figure, output, StringComparison.Ordinal));
    }

    private static (int Number, string Measured, string Command, string Verdict)[] Rows() =>
    [
        .. Row().Matches(Page).Select(row => (
            int.Parse(row.Groups["number"].ValueSpan, provider: null),
            row.Groups["measured"].Value.Trim(),
            row.Groups["command"].Value.Trim(),
            row.Groups["verdict"].Value)),
    ];

    // As a shell takes it apart; the same in those of all systems.
    private static string[] Arguments(string line) =>
    [
        .. Argument().Matches(line)
            .Select(match => match.Groups["quoted"].Success ? match.Groups["quoted"].Value.Replace("\\\"", "\"", StringComparison.Ordinal) : match.Value)
            .Select(argument => argument == "USER" ? User : argument),
    ];

    [GeneratedRegex(@"^\| (?<number>\d+) \|[^|]*\|(?<measured>[^|]*)\|(?<command>[^|]*)\| (?<verdict>\w+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<code>[^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex("```json\n(?<json>.*)\n```")]
    private static partial Regex UserBlock();

    [GeneratedRegex(@"--filter-class ""\*(?<class>\w+)""")]
    private static partial Regex Filter();

    [GeneratedRegex(@"""(?<quoted>(\\""|[^""])*)""|\S+", RegexOptions.ExplicitCapture)]
    private static partial Regex Argument();
}
