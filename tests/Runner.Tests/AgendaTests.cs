using Workshop.Runner.Labs;
using Xunit;

namespace Workshop.Tests;

/// <summary>The agendas of docs/instructing.md have the labs' own minutes. A lab that takes longer breaks them.</summary>
public sealed class AgendaTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "instructing.md"));

    private static readonly IReadOnlyList<Lab> Labs = new WorkshopFolder(Repository.Root).ReadLabs();

    private static readonly IReadOnlyList<Agenda> Agendas = Agenda.ReadAll(Page);

    [Fact]
    public void Each_agenda_adds_up_from_the_minutes_of_the_labs() =>
        Assert.Empty(Agendas.SelectMany(agenda => agenda.Problems(Labs)));

    [Theory]
    [InlineData("two hours", "01", null)]
    [InlineData("one day", "01 02 03 05", null)]
    [InlineData("two days, the first day", "01 02 03 04 05", "two days, the second day")]
    [InlineData("half a day more, on errors", "06", null)]
    [InlineData("half a day more, on chat", "07", null)]
    public void A_class_has_time_for_the_cores_and_does_no_task_twice(string first, string cores, string? second)
    {
        string[] tasks = [.. Agendas.Where(agenda => agenda.Title == first || agenda.Title == second).SelectMany(agenda => agenda.Tasks)];

        Assert.Equal(tasks.Distinct(), tasks);
        Assert.Subset(
            tasks.ToHashSet(),
            Labs.Where(lab => cores.Split(' ').Contains(lab.Number)).SelectMany(lab => lab.Tasks)
                .Where(task => task.Part is LabPart.Core).Select(task => task.Id).ToHashSet());
    }

    [Theory]
    [InlineData("| 0:00 | 8 | talk |", "| 0:00 | 9 | talk |", "the rows before it end at 0:09")]
    [InlineData("| 0:23 | 5 | task |", "| 0:23 | 6 | task |", "has 6 minutes here and 5 in its lab")]
    [InlineData("| task | Task 01.2: Refuse a bad name |", "| task | Task 01.2: Refuse it |", "no lab has 'Task 01.2: Refuse it'")]
    [InlineData("Minutes: 120:", "Minutes: 121:", "its line of sums is not 'Minutes: 120:")]
    [InlineData("| 13 | reserve |", "| 13 | talk |", "the reserve is less than half")]
    [InlineData("- Lab 01: 37 of 37 core", "- Lab 01: 36 of 37 core", "it does not say '- Lab 01: 37 of 37 core")]
    [InlineData("| 2:00 | | end | |", "", "does not say when it ends")]
    public void What_does_not_add_up_is_told(string find, string replace, string problem)
    {
        var at = Page.IndexOf(find, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The first agenda has changed: it has no '{find}'.");

        var broken = Agenda.ReadAll(Page.Remove(at, find.Length).Insert(at, replace))[0];

        Assert.Contains(broken.Problems(Labs), sentence => sentence.Contains(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void A_lab_that_takes_longer_breaks_its_agendas()
    {
        Lab[] longer = [.. Labs.Select(lab => lab with { Tasks = [.. lab.Tasks.Select(task => task with { Minutes = task.Minutes + 1 })] })];

        Assert.All(Agendas, agenda => Assert.NotEmpty(agenda.Problems(longer)));
    }
}
