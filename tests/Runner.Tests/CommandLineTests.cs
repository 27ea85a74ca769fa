using System.Text.Json;
using Xunit;

namespace Workshop.Tests;

public sealed class CommandLineTests(FixtureWorkshop workshop) : IClassFixture<FixtureWorkshop>
{
    [Theory]
    [InlineData("chek")]
    [InlineData("check", "01", "02")]
    [InlineData("check", "--grade", "mine")]
    [InlineData("check", "7")]
    [InlineData("new")]
    [InlineData("new", "anywhere")]
    [InlineData("help", "nothing")]
    [InlineData("wire")]
    [InlineData("wire", "--hex", "0g")]
    [InlineData("wire", "--hex", "08", "--file", "x")]
    [InlineData("wire", "--from-json", "{}")]
    [InlineData("wire", "--proto", "no.Such", "--hex", "08")]
    public async Task Wrong_use_is_a_sentence_and_exit_code_2(params string[] arguments)
    {
        var result = await workshop.RunAsync(arguments);

        Assert.True(result.ExitCode == 2, result.All);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
        Assert.DoesNotContain("   at ", result.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_lab_is_told_with_the_known_ones()
    {
        var result = await workshop.RunAsync("check", "labs/07-nothing/");

        Assert.Contains("There is no lab 'labs/07-nothing/'. The labs are: 01-one, 02-two.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_labs_the_copy_is_said_to_be_incomplete_with_exit_code_3()
    {
        using var empty = new TemporaryFolder();

        var result = await BoundedProcess.RunAsync(
            empty.Root,
            TimeSpan.FromSeconds(30),
            ["exec", Repository.PathOf("artifacts", "bin", "eng", "runner", "debug", "Runner.dll"), "list"],
            ("WORKSHOP_ROOT", empty.Root));

        Assert.True(result.ExitCode == 3, result.All);
        Assert.Contains("There are no labs in", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_as_JSON_has_the_labs_and_their_tasks()
    {
        var result = await workshop.RunAsync("list", "--json");

        using var json = JsonDocument.Parse(result.Output);
        var lab = json.RootElement.GetProperty("labs")[0];
        Assert.Equal("labs", json.RootElement.GetProperty("grade").GetString());
        Assert.Equal("01-one", lab.GetProperty("slug").GetString());
        Assert.Equal("""{"core":5,"reading":1,"production":6}""", Compact(lab.GetProperty("minutes")));
        Assert.Equal("""{"id":"01.1","title":"First","part":"core","minutes":4}""", Compact(lab.GetProperty("tasks")[0]));
        Assert.Equal("production", lab.GetProperty("tasks")[2].GetProperty("part").GetString());
    }

    [Fact]
    public async Task A_check_as_JSON_has_a_verdict_for_each_task_and_nothing_else_on_standard_output()
    {
        workshop.Script(
            ReporterLines.Begun("a", "01.1", "A"),
            ReporterLines.Failed("a", "Workshop.Harness.NotImplementedYetException", "01.1 A: not implemented yet"),
            ReporterLines.Finished);

        var result = await workshop.RunAsync("check", "one", "--json");

        Assert.True(result.ExitCode == 1, result.All);
        using var json = JsonDocument.Parse(result.Output);
        var lab = json.RootElement.GetProperty("labs")[0];
        Assert.False(json.RootElement.GetProperty("passed").GetBoolean());
        Assert.Equal("notImplementedYet", lab.GetProperty("tasks")[0].GetProperty("verdict").GetString());
        Assert.Equal("A", lab.GetProperty("tasks")[0].GetProperty("checks")[0].GetProperty("sentence").GetString());
    }

    [Fact]
    public async Task A_lab_that_passes_ends_with_exit_code_0_and_the_next_lab()
    {
        workshop.Script(
            ReporterLines.Begun("a", "01.1", "A"),
            ReporterLines.Passed("a"),
            ReporterLines.Begun("b", "01.2", "B"),
            ReporterLines.Passed("b"),
            ReporterLines.Begun("c", "01.3", "C"),
            ReporterLines.Passed("c"),
            ReporterLines.Finished);

        var result = await workshop.RunAsync("check", "01");

        Assert.True(result.ExitCode == 0, result.All);
        Assert.Contains("All 3 tasks of lab 01 are done.", result.Output, StringComparison.Ordinal);
        Assert.Contains("Next: lab 02, Two.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lab_whose_core_is_done_may_be_left()
    {
        // Another test may have passed the whole lab.
        var progress = Path.Combine(workshop.Root, ".workshop", "progress.json");
        if (File.Exists(progress))
        {
            File.Delete(progress);
        }

        workshop.Script(
            ReporterLines.Begun("a", "01.1", "A"),
            ReporterLines.Passed("a"),
            ReporterLines.Begun("b", "01.2", "B"),
            ReporterLines.Passed("b"),
            ReporterLines.Begun("c", "01.3", "C"),
            ReporterLines.Failed("c", "Workshop.Harness.NotImplementedYetException", "01.3 C: not implemented yet"),
            ReporterLines.Finished);

        var check = await workshop.RunAsync("check", "01");
        var asJson = await workshop.RunAsync("check", "01", "--json");
        var list = await workshop.RunAsync("list");
        var listAsJson = await workshop.RunAsync("list", "--json");

        Assert.True(check.ExitCode == 1, check.All);
        Assert.Contains("Core done, 1 of 2 production tasks. Go on here, or with lab 02.", check.Output, StringComparison.Ordinal);
        Assert.Contains("    5           6  core done, 1 of 2 production tasks", list.Output, StringComparison.Ordinal);
        Assert.Contains("core done in 1 of 2 labs, all tasks in 0", list.Output, StringComparison.Ordinal);
        Assert.Contains("Next: lab 02.", list.Output, StringComparison.Ordinal);
        foreach (var json in new[] { asJson, listAsJson })
        {
            using var document = JsonDocument.Parse(json.Output);
            var lab = document.RootElement.GetProperty("labs")[0];
            Assert.Equal("""{"done":1,"tasks":1}""", Compact(lab.GetProperty("core")));
            Assert.Equal("""{"done":1,"tasks":2}""", Compact(lab.GetProperty("production")));
        }
    }

    [Fact]
    public async Task A_lab_that_does_not_compile_yields_the_first_error_with_file_and_line()
    {
        workshop.Answer("static class Lab\n{\n    public static int Overflow(int n) => n\n}\n");

        var result = await workshop.RunAsync("check", "01");

        Assert.True(result.ExitCode == 1, result.All);
        Assert.Contains("  labs/01-one/Lab.cs, line 3, column 43\n  CS1002: ; expected", result.Output, StringComparison.Ordinal);
        Assert.Contains("Only this lab is affected", result.Output, StringComparison.Ordinal);
        workshop.Answer("static class Lab { public static int Overflow(int n) => n; }");
    }

    [Fact]
    public async Task A_lab_without_checks_is_told_with_exit_code_3()
    {
        var result = await workshop.RunAsync("check", "02");

        Assert.True(result.ExitCode == 3, result.All);
        Assert.Contains("Lab 02-two has no checks", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirected_output_has_no_escape_codes_and_fits_into_80_columns()
    {
        var result = await workshop.RunAsync();

        Assert.DoesNotContain('\u001b', result.Output);
        Assert.All(result.Output.Split('\n'), line => Assert.True(line.Length <= 80, line));
        Assert.Contains("dotnet workshop.cs check [NN]", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_are_shown_by_a_contract_or_without_one()
    {
        using var folder = new TemporaryFolder();
        var contract = Path.Combine(folder.Root, "items.proto");
        await File.WriteAllTextAsync(contract, """syntax = "proto3"; package shop; message Item { string name = 1; repeated int32 sizes = 2; }""");

        var known = await workshop.RunAsync("wire", "--proto", "shop.Item", "--contract", contract, "--from-json", """{"name":"tea","sizes":[1,300]}""");
        var unknown = await workshop.RunAsync("wire", "--hex", "0a 03 74 65 61", "--json");

        Assert.True(known.ExitCode == 0, known.All);
        Assert.Contains("10 bytes as shop.Item\n", known.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("1 name (3 bytes)   LEN    \"tea\"", known.Output, StringComparison.Ordinal);
        Assert.Contains("[1]              ", known.Output, StringComparison.Ordinal);
        Assert.Equal("0a 03 74 65 61", JsonDocument.Parse(unknown.Output).RootElement.GetProperty("elements")[0].GetProperty("bytes").GetString());
    }

    [Fact]
    public async Task Bytes_that_are_no_message_end_with_exit_code_1_and_the_place()
    {
        var result = await workshop.RunAsync("wire", "--hex", "08 07 0a 05 61");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("   3  no message: a length of 5 bytes, and 1 are left", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contract_that_protoc_refuses_is_told_with_protocs_words()
    {
        using var folder = new TemporaryFolder();
        var contract = Path.Combine(folder.Root, "broken.proto");
        await File.WriteAllTextAsync(contract, """syntax = "proto3"; message Item { string name = 1 }""");

        var result = await workshop.RunAsync("wire", "--proto", "Item", "--contract", contract, "--hex", "08 07");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("Expected \";\"", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_says_how_a_command_is_typed()
    {
        var result = await workshop.RunAsync("help", "check");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("dotnet workshop.cs check [<NN>] [options]", result.Output, StringComparison.Ordinal);
    }

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);
}
