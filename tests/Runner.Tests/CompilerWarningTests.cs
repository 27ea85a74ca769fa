using System.Text.Json;
using Workshop.Runner.Grading;
using Workshop.Runner.Labs;
using Workshop.Runner.Loop;
using Workshop.Runner.Progress;
using Workshop.Runner.Reports;
using Workshop.Runner.Screens;
using Xunit;

namespace Workshop.Tests;

public sealed class CompilerWarningTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CompilerWarningTests() => _folder.Write("labs/01-one/README.md", "# Lab 01: One\n\n## Task 01.1: First\n");

    private WorkshopFolder Workshop => new(_folder.Root);

    private Lab Lab => Workshop.ReadLabs()[0];

    [Fact]
    public void A_call_that_is_not_awaited_comes_first()
    {
        Write(Result("CS0168", "labs/01-one/A.cs", 3), Result("CS4014", "labs/01-one/B.cs", 7), Result("CS4014", "labs/01-one/A.cs", 9));

        var warnings = Read();

        Assert.Equal(["CS4014", "CS4014", "CS0168"], warnings.Select(warning => warning.Code));
        Assert.Equal(new CompilerWarning("labs/01-one/A.cs", 9, "CS4014", "this call is not awaited"), warnings[0]);
    }

    [Fact]
    public void What_is_only_untidy_suppressed_or_of_another_folder_is_left_out()
    {
        Write(
            Result("CS1591", "labs/01-one/A.cs", 1),
            Result("CS4014", "labs/01-one/A.cs", 2, suppressed: true),
            Result("CS4014", "tests/Harness/LabCheck.cs", 3),
            """{ "ruleId": "CS4014" }""");

        Assert.Empty(Read());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{ \"runs\": [")]
    [InlineData("{ \"runs\": [] }")]
    [InlineData("[]")]
    [InlineData("null")]
    public void A_file_that_cannot_be_read_is_none(string text)
    {
        _folder.Write("warnings.sarif", text);

        Assert.Empty(Read());
    }

    [Fact]
    public void They_are_shown_below_the_verdicts_also_where_all_is_done()
    {
        var result = Done(5);

        var screen = LoopPage.Of(
            new LoopModel(Grade.Labs, [new LabProgress(Lab, result, Standing.Done)], Lab) { View = LoopView.Result, Result = result },
            width: 80,
            height: 24,
            hasSigns: true).Body.Select(line => line.Text).ToList();
        var printed = LabLines.Of(result, next: null, hasSolution: true, "", new Screen(plain: true, TextWriter.Null)).Select(line => line.Text).ToList();

        foreach (var lines in new[] { screen, printed })
        {
            var first = lines.IndexOf("  Warning  B.cs, line 1: this call is not awaited (CS4014)");
            Assert.Equal("  ✓ 01.1  done                   First", lines[first - 1]);
            Assert.Equal("  Warning  2 more", lines[first + 3]);
        }
    }

    [Fact]
    public void As_data_they_are_all_there() => Assert.Equal(5, LabReport.Of(Done(5)).Warnings.Count);

    [Fact]
    public void They_are_kept_with_what_was_built()
    {
        var file = _folder.PathOf("built.json");
        var built = new BuiltChecks(new BuildInputs("a", "b"), _folder.Root, "One.Tests", Done(1).Warnings);
        built.Write(file);

        Assert.Equal(built.Warnings, BuiltChecks.Read(file)!.Warnings);
    }

    public void Dispose() => _folder.Dispose();

    private LabResult Done(int warnings) => new(Lab, [new TaskResult(Lab.Tasks[0], [], Verdict.Done, "")], null)
    {
        Warnings = [.. Enumerable.Range(1, warnings).Select(line => new CompilerWarning("labs/01-one/B.cs", line, "CS4014", "this call is not awaited"))],
    };

    private IReadOnlyList<CompilerWarning> Read() => CompilerWarning.Read(Workshop, Lab, Grade.Labs, _folder.PathOf("warnings.sarif"));

    private void Write(params string[] results) =>
        _folder.Write("warnings.sarif", $$"""{ "version": "2.1.0", "runs": [{ "results": [{{string.Join(',', results)}}] }] }""");

    private string Result(string code, string file, int line, bool suppressed = false) => $$"""
        {
          "ruleId": "{{code}}", "level": "warning", "message": { "text": "in the compiler's words" },
          {{(suppressed ? "\"suppressions\": [{ \"kind\": \"inSource\" }]," : "")}}
          "locations": [{ "physicalLocation": {
            "artifactLocation": { "uri": {{JsonSerializer.Serialize(new Uri(_folder.PathOf(file)).AbsoluteUri)}} }, "region": { "startLine": {{line}} } } }]
        }
        """;
}
