using Xunit;
using static Workshop.Tests.Authoring.PlantedDefect;

namespace Workshop.Tests.Authoring;

/// <summary>Minutes and parts of a lab that do not hold: each is planted into a flawless lab, and must be the one that is found.
/// </summary>
public sealed class PlantedMinutesDefectTests
{
    private const string Readme = "labs/01-one/README.md";
    private const string Task = "## Task 01.1: Greet\n\nMinutes: 4\n";
    private const string Heading = "## Core\n\nIt greets.\n\n";

    [Fact]
    public void Minutes_that_are_not_in_the_third_line() => AssertDefect(
        lab => lab.Replace(Readme, "Minutes: 10 core", "\nMinutes: 10 core"), Readme, "third line");

    [Fact]
    public void A_task_that_does_not_say_how_long_it_takes() => AssertDefect(
        lab =>
        {
            lab.Replace(Readme, "Minutes: 4\n", "");
            lab.Replace(Readme, "10 core (6 of", "10 core (10 of");
        },
        Readme,
        "Task 01.1 does not say how long");

    [Fact]
    public void A_sum_that_does_not_hold() => AssertDefect(
        lab => lab.Replace(Readme, "Minutes: 4", "Minutes: 5"), Readme, "says 10 core, 0 production; its reading and its tasks add up to 11 and 0");

    [Fact]
    public void A_core_of_more_than_an_hour() => AssertDefect(
        lab =>
        {
            lab.Replace(Readme, "10 core (6 of", "61 core (57 of");
            lab.Replace("README.md", "| 10 |", "| 61 |");
        },
        Readme,
        "takes 61 minutes, and 60 is the limit");

    [Theory]
    [InlineData(4)]
    [InlineData(16)]
    public void A_production_task_that_is_too_short_or_too_long(int minutes) => AssertDefect(
        lab =>
        {
            lab.Replace(Readme, Heading, "## Production\n\nIt greets well.\n\n");
            lab.Replace(Readme, Task, $"## Task 01.1: Greet\n\nMinutes: {minutes}\n");
            lab.Replace(Readme, "10 core (6 of them reading)", $"6 core (6 of them reading), {minutes} production");
            lab.Replace("README.md", "| 10 | 0 |", $"| 6 | {minutes} |");
        },
        Readme,
        $"Task 01.1 takes {minutes} minutes: a production task takes 5 to 15");

    [Fact]
    public void A_core_without_its_heading() => AssertDefect(
        lab => lab.Replace(Readme, Heading, ""), Readme, "0 headings '## Core'");

    [Fact]
    public void A_heading_without_a_sentence() => AssertDefect(
        lab => lab.Replace(Readme, "It greets.\n\n", ""), Readme, "Nothing stands below its heading '## Core'");

    [Fact]
    public void A_part_without_tasks() => AssertDefect(
        lab => lab.Replace(Readme, Heading, $"## Production\n\nMore.\n\n{Heading}"), Readme, "'## Production' and no task below it");

    [Fact]
    public void Tasks_that_are_not_in_order()
    {
        var defects = Find(lab => lab.Replace(Readme, "## Task 01.1:", "## Task 01.2:"));

        Assert.Contains(defects, defect => defect.File == Readme && defect.Rule.Contains("not 01.1, 01.2", StringComparison.Ordinal));
    }
}
