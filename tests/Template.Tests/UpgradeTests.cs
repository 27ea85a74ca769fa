using Xunit;

namespace Workshop.Tests;

/// <summary>The real package, and one made of it that is of a newer version.</summary>
public sealed class UpgradeTests(InstalledTemplate template)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private static readonly string[] Labs = ["01-hello", "02-upload", "03-log-tail"];

    [Fact]
    public async Task An_upgrade_that_was_broken_off_in_the_runners_sources_is_finished_and_builds()
    {
        var workshop = template.TemporaryPath("upgraded");
        var made = await template.MakeAsync(workshop);
        Assert.True(made.ExitCode == 0, made.All);
        var answers = Answer(workshop);
        var newer = Newer("newer.1.1.0.nupkg");
        var first = await RunAsync(workshop, "list", "--plain");
        Assert.True(first.ExitCode == 0, first.All);

        // What is there when it is killed: the package, and sources of the runner that do not fit together.
        Directory.CreateDirectory(Path.Combine(workshop, ".workshop", "upgrade"));
        File.Copy(newer, Path.Combine(workshop, ".workshop", "upgrade", "package.nupkg"));
        await File.WriteAllTextAsync(Path.Combine(workshop, "eng", "runner", "Program.cs"), "this does not compile", TestContext.Current.CancellationToken);
        var warned = await RunAsync(workshop, "list", "--plain");
        Assert.True(warned.ExitCode == 0, warned.All);
        Assert.Contains("Finish it: dotnet workshop.cs upgrade", warned.Error, StringComparison.Ordinal);

        var upgraded = await RunAsync(workshop, "upgrade", newer, "--plain");

        Assert.True(upgraded.ExitCode == 0, upgraded.All);
        Assert.Contains("version 1.1.0 now; it had 1.0.0.", upgraded.Output, StringComparison.Ordinal);
        Assert.Contains("  labs/01-hello/HelloService.cs\n", upgraded.Output, StringComparison.Ordinal);
        Assert.All(answers, answer => Assert.Equal(answer.Value, InstalledTemplate.HashOf(answer.Key)));
        Assert.EndsWith("// 1.1.0\n", await File.ReadAllTextAsync(Path.Combine(workshop, "labs", "01-hello", "HelloService.cs.new"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        // The new runner is built of the new sources.
        var next = await RunAsync(workshop, "list", "--plain");
        Assert.True(next.ExitCode == 0, next.All);
        Assert.Contains("Building the workshop's runner, because its sources changed", next.Error, StringComparison.Ordinal);
        Assert.Contains("version 1.1.0 already: nothing was changed.", (await RunAsync(workshop, "upgrade", newer, "--plain")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_package_over_an_installed_one_makes_the_newer_workshop()
    {
        (string, string?) home = ("DOTNET_CLI_HOME", template.TemporaryPath("home of an older one"));
        await BoundedProcess.RunAsync(Repository.Root, Limit, ["new", "install", template.Package], home);
        var newer = await BoundedProcess.RunAsync(Repository.Root, Limit, ["new", "install", Newer("GrpcWorkshop.Templates.1.1.0.nupkg")], home);
        Assert.True(newer.ExitCode == 0, newer.All);
        var workshop = template.TemporaryPath("made by the newer one");

        var made = await BoundedProcess.RunAsync(Repository.Root, Limit, ["new", "grpc-workshop", "-o", workshop], home);

        Assert.True(made.ExitCode == 0, made.All);
        Assert.Contains("<Version>1.1.0<", await File.ReadAllTextAsync(Path.Combine(workshop, "Directory.Build.props"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private string Newer(string name)
    {
        var target = template.TemporaryPath(name);
        NewerPackage.Make(template.Package, target, new()
        {
            ["Directory.Build.props"] = text => text.Replace("<Version>1.0.0<", "<Version>1.1.0<", StringComparison.Ordinal),
            ["labs/01-hello/HelloService.cs"] = text => $"{text}// 1.1.0\n",
            ["eng/runner/Program.cs"] = text => $"{text}// 1.1.0\n",
        });
        return target;
    }

    // The solutions are the answers of somebody who has done all.
    private static Dictionary<string, string> Answer(string workshop)
    {
        var answers = new Dictionary<string, string>();
        foreach (var lab in Labs)
        {
            foreach (var file in Directory.GetFiles(Path.Combine(workshop, "solutions", lab), "*.cs"))
            {
                var answer = Path.Combine(workshop, "labs", lab, Path.GetFileName(file));
                File.Copy(file, answer, overwrite: true);
                answers[answer] = InstalledTemplate.HashOf(answer);
            }
        }

        Assert.NotEmpty(answers);
        return answers;
    }

    private static Task<BoundedProcessResult> RunAsync(string workshop, params string[] arguments) =>
        BoundedProcess.RunAsync(workshop, Limit, ["workshop.cs", .. arguments]);
}
