using Workshop.Runner.Labs;
using Xunit;

namespace Workshop.Tests;

public sealed class LabReadmeTests
{
    [Fact]
    public void Title_minutes_and_tasks_come_from_the_readme()
    {
        using var folder = new TemporaryFolder();
        folder.Write("README.md", """
            # Lab 02: Upload files

            Minutes: 45 core (10 of them reading), 20 production

            ## Core

            It works.

            ## Task 02.1: Take it

            Minutes: 35

            ## Production

            ## Task 02.2: Refuse it

            Minutes: 12 or more.

            ## Task 02.3: Say so
            Minutes: 8

            """.ReplaceLineEndings("\r\n"));

        var lab = LabReadme.Read("02-upload", folder.PathOf("README.md"));

        Assert.Equal(("Upload files", new LabMinutes(45, 10, 20)), (lab.Title, lab.Minutes));
        LabTask[] tasks =
        [
            new("02.1", "Take it", LabPart.Core, 35),
            new("02.2", "Refuse it", LabPart.Production),
            new("02.3", "Say so", LabPart.Production, 8),
        ];
        Assert.Equal(tasks, lab.Tasks);
    }

    [Fact]
    public void A_lab_may_have_a_core_alone()
    {
        using var folder = new TemporaryFolder();
        folder.Write("README.md", "# Lab 02: Upload files\n\nMinutes: 45 core (10 of them reading)\n\n## Task 02.1: Take it\n");

        var lab = LabReadme.Read("02-upload", folder.PathOf("README.md"));

        Assert.Equal(new LabMinutes(45, 10, 0), lab.Minutes);
        Assert.Equal([new LabTask("02.1", "Take it")], lab.Tasks);
    }

    [Fact]
    public void A_lab_without_a_readme_has_its_name_as_title()
    {
        var lab = LabReadme.Read("02-upload", Path.Combine(Path.GetTempPath(), "no-such-file"));

        Assert.Equal(("upload", null), (lab.Title, lab.Minutes));
        Assert.Empty(lab.Tasks);
    }

    [Theory]
    [InlineData("1"), InlineData("01"), InlineData("01-hello"), InlineData("hello"), InlineData("HELLO")]
    public void A_lab_answers_to_its_number_and_its_name(string text) =>
        Assert.True(new Lab("01-hello", "Hello", null, []).IsCalled(text));

    [Theory]
    [InlineData("10"), InlineData("2"), InlineData("hell"), InlineData("")]
    public void A_lab_does_not_answer_to_another_name(string text) =>
        Assert.False(new Lab("01-hello", "Hello", null, []).IsCalled(text));
}
