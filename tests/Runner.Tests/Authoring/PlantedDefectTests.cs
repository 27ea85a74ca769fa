using Xunit;
using static Workshop.Tests.Authoring.PlantedDefect;

namespace Workshop.Tests.Authoring;

/// <summary>Defects that the texts of a lab show: each is planted into a flawless lab, and must be the one that is found.
/// </summary>
public sealed class PlantedDefectTests
{
    private const string Readme = "labs/01-one/README.md";
    private const string Service = "labs/01-one/Service.cs";
    private const string Check = "tests/01-one/OneChecks.cs";
    private const string Snapshots = "tests/01-one/snapshots";

    [Fact]
    public void A_flawless_lab_has_no_defect() => Assert.Empty(Find(_ => { }));

    [Fact]
    public void A_lab_that_does_not_say_how_long_it_takes() => AssertDefect(
        lab => lab.Replace(Readme, "Minutes: 10 core", "Time: 10 core"), Readme, "how long");

    [Fact]
    public void A_lab_without_tasks()
    {
        var defects = Find(lab => lab.Replace(Readme, "## Task 01.1:", "## About"));

        Assert.Contains(defects, defect => defect.File == Readme && defect.Rule.Contains("no tasks", StringComparison.Ordinal));
    }

    [Fact]
    public void A_task_that_is_not_marked_in_the_lab()
    {
        var defects = Find(lab => lab.Replace(Service, "// TODO 01.1: greet.", ""));

        Assert.Contains(defects, defect => defect.File == Readme && defect.Rule.Contains("marked 0 times", StringComparison.Ordinal));
    }

    [Fact]
    public void A_task_that_is_marked_twice() => AssertDefect(
        lab => lab.Write(Service, File.ReadAllText(lab.PathOf(Service)) + "// TODO 01.1: greet again.\n"), Service, "marked 2 times");

    [Fact]
    public void A_stub_that_does_not_name_itself() => AssertDefect(
        lab => lab.Replace(Service, "is not done yet", "is missing"), Service, "no stub");

    [Fact]
    public void A_task_without_a_check()
    {
        var defects = Find(lab => lab.Replace(Check, "[Fact, Trait(\"Todo\", \"01.1\")]", "[Fact]"));

        Assert.Contains(defects, defect => defect.File == "tests/01-one" && defect.Rule.Contains("no check", StringComparison.Ordinal));
    }

    [Fact]
    public void A_task_with_two_hints() => AssertDefect(
        lab => lab.Replace(Readme, "<details><summary>Hint 3</summary></details>", ""), Readme, "2 hints");

    [Fact]
    public void A_mark_that_is_no_task()
    {
        var defects = Find(lab => lab.Write("labs/01-one/Server/Given.cs", "// TODO 01.7: nobody asked for this.\n"));

        Assert.Contains(defects, defect => defect.File == "labs/01-one/Server/Given.cs" && defect.Rule.Contains("TODO 01.7", StringComparison.Ordinal));
    }

    [Fact]
    public void A_given_file_at_the_top() => AssertDefect(
        lab =>
        {
            lab.Write("labs/01-one/Given.cs", "given");
            lab.Replace(Readme, "| `Service.cs` |", "| `Given.cs` | given |\n| `Service.cs` |");
        },
        "labs/01-one/Given.cs",
        "move it into a sub-folder");

    [Fact]
    public void A_task_in_a_sub_folder()
    {
        var defects = Find(lab => lab.Write("labs/01-one/Server/Given.cs", "// TODO 01.1: greet here.\n"));

        Assert.Contains(
            defects, defect => defect.File == "labs/01-one/Server/Given.cs" && defect.Rule.Contains("move it to the top", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Service.cs")]
    [InlineData("Server/")]
    public void A_file_or_folder_that_the_table_does_not_list(string row) => AssertDefect(
        lab => lab.Replace(Readme, $"| `{row}` |", "| something |"), Readme, $"no row for {row}");

    [Fact]
    public void A_folder_with_a_name_that_says_nothing() => AssertDefect(
        lab =>
        {
            lab.Write("labs/01-one/Helpers/Given.cs", "given");
            lab.Replace(Readme, "| `Server/` |", "| `Helpers/` | given |\n| `Server/` |");
        },
        "labs/01-one/Helpers",
        "says nothing");

    [Fact]
    public void A_check_of_a_task_that_does_not_exist()
    {
        var defects = Find(lab => lab.Replace(Check, "\"01.1\"", "\"01.9\""));

        Assert.Contains(defects, defect => defect.File == Check && defect.Rule.Contains("Greets grades task 01.9", StringComparison.Ordinal));
    }

    [Fact]
    public void A_received_file_that_was_left() => AssertDefect(
        lab => lab.Write($"{Snapshots}/OneChecks.Greets.received.txt", ""), $"{Snapshots}/OneChecks.Greets.received.txt", "received");

    [Fact]
    public void A_snapshot_that_no_check_owns() => AssertDefect(
        lab => lab.Write($"{Snapshots}/OneChecks.Waves.verified.txt", ""), $"{Snapshots}/OneChecks.Waves.verified.txt", "No check");

    [Fact]
    public void A_check_without_a_snapshot() => AssertDefect(
        lab => lab.Delete($"{Snapshots}/OneChecks.Greets.verified.txt"), Check, "Greets has no snapshot");

    [Fact]
    public void A_task_that_the_solution_does_not_answer()
    {
        var defects = Find(lab => lab.Delete("solutions/01-one/Service.cs"));

        Assert.Contains(defects, defect => defect.File == Service && defect.Rule.Contains("no file of that name", StringComparison.Ordinal));
    }

    [Fact]
    public void A_solution_that_copies_a_given_file() => AssertDefect(
        lab => lab.Write("solutions/01-one/Server/Given.cs", "given"), "solutions/01-one/Server/Given.cs", "answers no task");

    [Fact]
    public void A_solution_that_builds_in_another_way() => AssertDefect(
        lab => lab.Write("solutions/01-one/One.csproj", "<Project>\n</Project>\n"), "solutions/01-one/One.csproj", "differs");

    [Fact]
    public void A_solution_with_something_left_to_do() => AssertDefect(
        lab => lab.Replace("solutions/01-one/Service.cs", "42;", "42; // TODO: later"), "solutions/01-one/Service.cs", "still says TODO");

    [Fact]
    public void A_lab_without_a_page_on_its_ideas()
    {
        var defects = Find(lab => lab.Delete("docs/01-one.md"));

        Assert.Contains(defects, defect => defect.File == "docs/01-one.md" && defect.Rule.Contains("no page", StringComparison.Ordinal));
    }

    [Fact]
    public void A_link_that_leads_nowhere() => AssertDefect(
        lab => lab.Replace("README.md", "a greeting", "[gone](docs/gone.md)"), "README.md", "docs/gone.md leads nowhere");

    [Fact]
    public void A_lab_that_is_in_no_table() => AssertDefect(
        lab => lab.Write("README.md", "# The workshop\n"), "README.md", "0 rows for 01-one");

    [Fact]
    public void A_table_with_other_minutes() => AssertDefect(
        lab => lab.Replace("README.md", "| 10 |", "| 30 |"), "README.md", "does not end with | 10 | 0 |");

    [Fact]
    public void A_mark_that_is_not_where_the_first_step_is()
    {
        var defects = Find(lab =>
        {
            lab.Write("labs/01-one/Other.cs", "// TODO 01.2: more\n");
            lab.Replace(Readme, "Minutes: 4\n", "Minutes: 4\n\nFirst `Other.cs`, then `Service.cs`.\n");
        });

        Assert.Contains(defects, defect => defect.File == Readme && defect.Rule.Contains("begins with Other.cs and is marked in Service.cs", StringComparison.Ordinal));
    }

    [Fact]
    public void A_hint_that_names_what_its_file_does_not_have() => AssertDefect(
        lab => lab.Replace(Readme, "<summary>Hint 3</summary>", "<summary>Hint 3</summary>`options.IdleTimeout`"), Readme, "'options' is in no file");

    [Fact]
    public void A_check_that_names_what_its_file_does_not_have() => AssertDefect(
        lab => lab.Write(Check, File.ReadAllText(lab.PathOf(Check)) + "// \"Wait for options.IdleTimeout at most.\"\n"), Check, "'options' is in no file");

    [Fact]
    public void A_link_to_a_heading_that_is_gone() => AssertDefect(
        lab => lab.Replace(Readme, "#the-idea", "#the-other-idea"), Readme, "heading");

    [Fact]
    public void A_command_that_does_not_exist() => AssertDefect(
        lab => lab.Replace(Readme, "workshop.cs check", "workshop.cs grade"), Readme, "`dotnet workshop.cs grade`");

    [Fact]
    public void A_project_that_the_solution_file_lacks()
    {
        var defects = Find(lab => lab.Write("bench/Bench.csproj", "<Project />"));

        Assert.Equal(["Workshop.sln", "tests/Everything.slnx"], defects.Select(defect => defect.File));
    }
}
