using Xunit;

namespace Workshop.Tests;

public sealed class TemplateRunTests(InstalledTemplate template)
{
    [Theory]
    [InlineData("dash-and.dot")]
    [InlineData("2 digits and spaces")]
    [InlineData("Ünïcödé 李")]
    public async Task A_name_changes_nothing_in_the_workshop(string name)
    {
        var target = template.TemporaryPath("names", name);

        var made = await template.MakeAsync(target);

        Assert.True(made.ExitCode == 0, made.All);
        Assert.Equal(template.FilesMade, InstalledTemplate.FilesOf(target));
    }

    [Fact]
    public async Task A_second_run_refuses_and_leaves_a_changed_file_as_it_was()
    {
        var target = template.TemporaryPath("twice");
        await template.MakeAsync(target);
        var answer = Path.Combine(target, "labs", "01-hello", "HelloService.cs");
        await File.WriteAllTextAsync(answer, "my answer");

        var second = await template.MakeAsync(target);

        // 73: files would be overwritten (https://aka.ms/templating-exit-codes).
        Assert.True(second.ExitCode == 73, second.All);
        Assert.Equal("my answer", await File.ReadAllTextAsync(answer));
    }
}
