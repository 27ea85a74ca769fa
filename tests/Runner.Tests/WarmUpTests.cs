using Workshop.Runner.Files;
using Workshop.Runner.Grading;
using Xunit;

namespace Workshop.Tests;

/// <summary>The process that stands ready warms up by checks of its own. Nobody reads their verdicts, so it is here that they are held to.</summary>
public sealed class WarmUpTests
{
    [Fact]
    public async Task One_check_passes_and_the_other_one_finds_a_difference()
    {
        var program = Repository.PathOf("artifacts", "bin", "tests", "CheckHost", "debug");
        using var folder = new TemporaryFolder();
        using var run = new ScratchFolder(folder.PathOf("run"));
        foreach (var part in new[] { "CheckHost.dll", "CheckHost.pdb" })
        {
            File.Copy(Path.Combine(program, part), run.PathOf(part));
        }

        await using var process = CheckProcess.Start(Repository.Root, new BuiltChecks(new BuildInputs("", ""), program, "CheckHost", []), ready: true);
        var (report, outcome) = await process.RunAsync(
            run.PathOf("CheckHost.dll"), TimeSpan.FromMinutes(2), oneByOne: false, TestContext.Current.CancellationToken);

        Assert.True(report.IsComplete, string.Join('\n', outcome.Lines));
        Assert.Equal(
            ["Finds a difference: Wrong", "Makes calls of each kind: Done"],
            report.Checks.Select(check => $"{check.Sentence}: {check.Verdict}").Order(StringComparer.Ordinal));
    }
}
