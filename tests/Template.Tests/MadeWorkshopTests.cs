using System.Text.Json;
using Xunit;

namespace Workshop.Tests;

public sealed class MadeWorkshopTests(InstalledTemplate template)
{
    [Fact]
    public async Task Untouched_its_tasks_are_not_implemented_yet_and_with_the_solutions_done()
    {
        var first = await template.FirstCheck;

        Assert.True(first.ExitCode == 1, first.All);
        Assert.All(Verdicts(first), verdict => Assert.Equal("notImplementedYet", verdict));

        foreach (var file in Directory.GetFiles(Path.Combine(template.Workshop, "solutions", "01-hello")))
        {
            File.Copy(file, Path.Combine(template.Workshop, "labs", "01-hello", Path.GetFileName(file)), overwrite: true);
        }

        var second = await template.CheckAsync();

        Assert.True(second.ExitCode == 0, second.All);
        Assert.All(Verdicts(second), verdict => Assert.Equal("done", verdict));
        Assert.Empty(Warnings(second));

        // Once by a build of all, and once by the compiler alone.
        Replace("GreetClient.cs", "await output.", "output.");
        Replace("Hello.csproj", "</Project>", "<!-- --></Project>");
        Assert.Equal("CS4014", Assert.Single(Warnings(await template.CheckAsync())));
        Replace("NameRules.cs", "namespace", "\nnamespace");
        Assert.Equal("CS4014", Assert.Single(Warnings(await template.CheckAsync())));
    }

    [Fact]
    public async Task A_first_commit_after_a_check_holds_what_the_template_made()
    {
        Assert.SkipUnless(TrackedFiles.AreKnown, "This copy has no git.");
        await template.FirstCheck;

        await GitAsync("init", "-q");
        await GitAsync("add", "-A");

        Assert.Equal(template.FilesMade, await TrackedFiles.ListAsync(template.Workshop));
    }

    private Task<BoundedProcessResult> GitAsync(params string[] arguments) =>
        BoundedProcess.RunProgramAsync("git", template.Workshop, TimeSpan.FromSeconds(30), arguments);

    private void Replace(string file, string from, string to)
    {
        var path = Path.Combine(template.Workshop, "labs", "01-hello", file);
        File.WriteAllText(path, File.ReadAllText(path).Replace(from, to, StringComparison.Ordinal));
    }

    private static string?[] Warnings(BoundedProcessResult check)
    {
        using var json = JsonDocument.Parse(check.Output);
        return [.. json.RootElement.GetProperty("labs")[0].GetProperty("warnings").EnumerateArray().Select(warning => warning.GetProperty("code").GetString())];
    }

    private static string?[] Verdicts(BoundedProcessResult check)
    {
        using var json = JsonDocument.Parse(check.Output);
        string?[] verdicts =
        [
            .. json.RootElement.GetProperty("labs")[0].GetProperty("tasks").EnumerateArray()
                .Select(task => task.GetProperty("verdict").GetString()),
        ];
        Assert.NotEmpty(verdicts);
        return verdicts;
    }
}
