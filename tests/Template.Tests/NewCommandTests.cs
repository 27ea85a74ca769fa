using Xunit;

namespace Workshop.Tests;

/// <summary>The README's first command.</summary>
public sealed class NewCommandTests(InstalledTemplate template)
{
    [Fact]
    public async Task It_makes_a_workshop_whatever_template_is_installed_already()
    {
        // Templates are kept there, and nothing of the developer's own is touched.
        (string, string?) home = ("DOTNET_CLI_HOME", template.TemporaryPath("home"));
        var target = template.TemporaryPath("made by new");
        var limit = TimeSpan.FromMinutes(5);
        await BoundedProcess.RunAsync(Repository.Root, limit, ["new", "install", template.Package], home);
        await BoundedProcess.RunAsync(Repository.Root, limit, ["new", "install", template.Package, "--force"], home);

        // The runner as it is built: workshop.cs would build it again, under the feet of tests that run it.
        var made = await BoundedProcess.RunAsync(
            Repository.Root,
            limit,
            ["exec", Repository.PathOf("artifacts", "bin", "eng", "runner", "debug", "Runner.dll"), "new", target],
            home,
            ("WORKSHOP_ROOT", Repository.Root));

        Assert.True(made.ExitCode == 0, made.All);
        Assert.EndsWith("\n  dotnet workshop.cs", made.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(target, "labs", "01-hello", "README.md")));
    }
}
