using Xunit;

namespace Workshop.Tests;

/// <summary>The README's first command.</summary>
public sealed class NewCommandTests(InstalledTemplate template)
{
    [Fact]
    public async Task It_makes_a_workshop_whatever_template_is_installed_already()
    {
        var made = await template.NewCommand;

        Assert.True(made.ExitCode == 0, made.All);
        Assert.EndsWith("\n  dotnet workshop.cs", made.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(template.Workshop, "labs", "01-hello", "README.md")));
        var installed = await BoundedProcess.RunAsync(
            Repository.Root, TimeSpan.FromMinutes(1), ["new", "uninstall"], ("DOTNET_CLI_HOME", template.NewCommandHome));
        Assert.Contains("GrpcWorkshop.Templates", installed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(" Workshop.Templates", installed.Output, StringComparison.Ordinal);
    }
}
