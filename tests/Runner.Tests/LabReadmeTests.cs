using Workshop.Runner.Labs;
using Xunit;

namespace Workshop.Tests;

public sealed class LabReadmeTests
{
    [Fact]
    public void Title_minutes_and_tasks_come_from_the_readme()
    {
        using var folder = new TemporaryFolder();
        folder.Write("README.md", "# Lab 02: Upload files\r\n\r\nMinutes: 45\r\n\r\n## Task 02.1: Take it\r\n\r\n## Task 02.2: Refuse it\r\n");

        var lab = LabReadme.Read("02-upload", folder.PathOf("README.md"));

        Assert.Equal(("Upload files", 45), (lab.Title, lab.Minutes));
        Assert.Equal([new LabTask("02.1", "Take it"), new LabTask("02.2", "Refuse it")], lab.Tasks);
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
