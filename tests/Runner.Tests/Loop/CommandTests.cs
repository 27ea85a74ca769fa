using System.Text.Json;
using Workshop.Runner.Reports;
using Xunit;

namespace Workshop.Tests;

/// <summary>The commands behind the keys, by the real program.</summary>
public sealed class CommandTests : IClassFixture<FixtureWorkshop>
{
    private readonly FixtureWorkshop _workshop;

    public CommandTests(FixtureWorkshop workshop)
    {
        _workshop = workshop;
        // What another test found.
        if (File.Exists(PathOf("artifacts/checks/01-one.labs.jsonl")))
        {
            File.Delete(PathOf("artifacts/checks/01-one.labs.jsonl"));
        }

        Write("labs/01-one/README.md", """
            # Lab 01: One

            ## Task 01.1: First

            <details><summary>Hint 1</summary>

            Think.

            </details>
            <details><summary>Hint 2</summary>

            Think again.

            </details>
            """);
    }

    [Fact]
    public async Task A_hint_is_one_more_each_time_and_all_at_once_if_asked()
    {
        var first = await _workshop.RunAsync("hint", "01.1");
        var second = await _workshop.RunAsync("hint", "1", "--json");

        Assert.True(first.ExitCode == 0, first.All);
        Assert.Contains("Hint 1 of 2 for task 01.1", first.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Think again.", first.Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(second.Output);
        Assert.Equal("Think again.", json.RootElement.GetProperty("hints")[1].GetString());
    }

    [Fact]
    public async Task Of_a_lab_that_is_done_no_hint_is_shown_and_it_says_how_to_ask_for_one()
    {
        _workshop.Script(ReporterLines.Begun("a", "01.1", "It_answers"), ReporterLines.Passed("a"), ReporterLines.Finished);
        await _workshop.RunAsync("check", "01");

        var hint = await _workshop.RunAsync("hint", "01");
        var json = await _workshop.RunAsync("hint", "01", "--json");

        Assert.True(hint.ExitCode == 0, hint.All);
        Assert.Contains("Lab 01 is done. For a hint of one of its tasks, name it: dotnet workshop.cs hint 01.1", hint.Output, StringComparison.Ordinal);
        Assert.Equal(0, JsonDocument.Parse(json.Output).RootElement.GetProperty("hints").GetArrayLength());
    }

    [Theory]
    [InlineData("hint")]
    [InlineData("hint", "01.9")]
    [InlineData("hint", "07")]
    [InlineData("diff", "07")]
    [InlineData("diff", "02")]
    [InlineData("check", "02", "--grade", "solutions")]
    [InlineData("reset")]
    [InlineData("reset", "07")]
    [InlineData("catchup", "02")]
    [InlineData("run", "07")]
    public async Task Wrong_use_is_a_sentence_and_exit_code_2(params string[] arguments)
    {
        var result = await _workshop.RunAsync(arguments);

        Assert.True(result.ExitCode == 2, result.All);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task The_difference_is_a_unified_diff()
    {
        Write("labs/01-one/Note.txt", "mine\n");
        Write("solutions/01-one/Note.txt", "theirs\n");

        var result = await _workshop.RunAsync("diff", "one");
        var json = await _workshop.RunAsync("diff", "one", "--json");

        Assert.True(result.ExitCode == 0, result.All);
        Assert.Contains("--- labs/01-one/Note.txt\n+++ solutions/01-one/Note.txt\n@@ -1,1 +1,1 @@\n-mine\n+theirs\n", result.Output, StringComparison.Ordinal);
        Assert.False(JsonDocument.Parse(json.Output).RootElement.GetProperty("same").GetBoolean());
    }

    [Fact]
    public async Task A_reset_and_its_undo()
    {
        await _workshop.RunAsync("list");
        Write("labs/02-two/Mine.cs", "// mine");

        var reset = await _workshop.RunAsync("reset", "02");
        Assert.True(reset.ExitCode == 0, reset.All);
        Assert.False(File.Exists(PathOf("labs/02-two/Mine.cs")));
        var undo = await _workshop.RunAsync("undo");

        Assert.True(undo.ExitCode == 0, undo.All);
        Assert.Equal("// mine", File.ReadAllText(PathOf("labs/02-two/Mine.cs")));
    }

    [Fact]
    public async Task A_report_has_verdicts_hashes_and_altered_files()
    {
        await _workshop.RunAsync("list");
        _workshop.Script(
            ReporterLines.Begun("a", "01.1", "It_answers"),
            ReporterLines.Passed("a"),
            ReporterLines.Finished);
        Write("tests/01-one/Extra.txt", "altered");

        var result = await _workshop.RunAsync("report", "--json", "--student", "Li Na");

        Assert.True(result.ExitCode == 0, result.All);
        using var json = JsonDocument.Parse(result.Output);
        var lab = json.RootElement.GetProperty("labs")[0];
        Assert.Equal("done", lab.GetProperty("tasks")[0].GetProperty("verdict").GetString());
        var firstDone = lab.GetProperty("tasks")[0].GetProperty("firstDone").GetDateTimeOffset();
        Assert.Equal(64, json.RootElement.GetProperty("files").GetProperty("01-one/Lab.cs").GetString()!.Length);
        Assert.NotEqual("", json.RootElement.GetProperty("labs")[1].GetProperty("problem").GetString());
        Assert.Contains(
            json.RootElement.GetProperty("altered").EnumerateArray(),
            file => file.GetProperty("file").GetString() == "tests/01-one/Extra.txt");

        // The name is asked for once, and a task is first done once.
        Assert.True((await _workshop.RunAsync("report")).ExitCode == 0);
        var handedIn = ReportFile.Read(PathOf("report/report-Li-Na.json"));
        Assert.Equal(("Li Na", firstDone, false), (handedIn.Report!.Student, handedIn.Report.Labs[0].Tasks[0].FirstDone, handedIn.SealIsBroken));
    }

    [Fact]
    public async Task Two_runners_at_once_check_one_after_the_other()
    {
        _workshop.Script(
            ReporterLines.Begun("a", "01.1", "It_answers"),
            ReporterLines.Passed("a"),
            ReporterLines.Finished);

        var results = await Task.WhenAll(_workshop.RunAsync("check", "01"), _workshop.RunAsync("check", "01"));

        Assert.All(results, result => Assert.True(result.ExitCode == 0, result.All));
    }

    private string PathOf(string file) => Path.Combine(_workshop.Root, file);

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }
}
