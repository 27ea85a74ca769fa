using System.Text.Json;
using Xunit;

namespace Workshop.Tests;

/// <summary>The build assets of the stand-in for Verify reach whoever has it, and do what those of the official package
/// do: tests/Standins.Tests/listings/Verify.XunitV3.txt, "build assets".</summary>
public sealed class BuildAssetsTests(RestoredProjects projects) : IClassFixture<RestoredProjects>
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task A_project_with_Verify_has_its_global_usings_where_implicit_usings_are_on()
    {
        var withoutVerify = await UsingsAsync("Lacks");

        string[] expected = ["VerifyTests", "VerifyXunit", "Xunit", "static VerifyXunit.Verifier"];
        Assert.Equal(expected, (await UsingsAsync("Has")).Except(withoutVerify).Order(StringComparer.Ordinal));
        Assert.Equal(expected, (await UsingsAsync("Inherits")).Except(withoutVerify).Order(StringComparer.Ordinal));
        Assert.Equal(
            expected, (await UsingsAsync("Has", "-p:ImplicitUsings=true")).Except(withoutVerify).Order(StringComparer.Ordinal));
        Assert.Empty(await UsingsAsync("Has", "-p:ImplicitUsings=disable"));
    }

    [Fact]
    public async Task A_project_with_Verify_has_its_properties()
    {
        using var with = await EvaluateAsync(
            "Inherits", "-getProperty:Deterministic,DeterministicSourcePaths,NoWarn,VerifyAttributesFile,AfterMicrosoftNetSdkProps");
        using var without = await EvaluateAsync("Lacks", "-getProperty:Deterministic,NoWarn,VerifyAttributesFile");

        Assert.Equal("false", Property(with, "Deterministic"));
        Assert.Equal("false", Property(with, "DeterministicSourcePaths"));
        Assert.Equal("Verify.Attributes.cs", Property(with, "VerifyAttributesFile"));
        Assert.EndsWith("Verify.AfterMicrosoftNetSdk.props", Property(with, "AfterMicrosoftNetSdkProps"), StringComparison.Ordinal);
        Assert.Equal($"{Property(without, "NoWarn")};CA2255", Property(with, "NoWarn"));
        Assert.Equal("true", Property(without, "Deterministic"));
        Assert.Equal("", Property(without, "VerifyAttributesFile"));
    }

    [Fact]
    public async Task Snapshots_lie_below_the_source_file_that_their_name_begins_with()
    {
        using var nested = await EvaluateAsync("Inherits", "-getItem:None");
        using var plain = await EvaluateAsync("Inherits", "-getItem:None", "-p:DisableVerifyFileNesting=true");

        Assert.Equal(["Checks.cs", "Checks.cs"], ParentsOfSnapshots(nested));
        Assert.Equal(["", ""], ParentsOfSnapshots(plain));
    }

    [Theory]
    [InlineData("a/b/Has/One.sln", "a/b/Has", "One")]
    [InlineData("a/b/One.slnx", "a/b", "One")]
    [InlineData("a/One.sln", "a", "One")]
    [InlineData("One.sln a/Two.slnx a/b/Three.sln a/b/Four.sln", "a", "Two")]
    public async Task A_project_that_is_built_alone_finds_one_solution_up_to_two_levels_above(
        string solutions, string folder, string name)
    {
        using var written = projects.WriteSolutions(solutions);

        var (found, output) = await DiscoverAsync();

        Assert.DoesNotContain("solution files found", output, StringComparison.Ordinal);
        Assert.Equal((FolderOf(folder.Split('/')), name), found);
    }

    [Theory]
    [InlineData("One.sln", "No solution files found.")]
    [InlineData("a/One.sln a/b/Two.sln", "Multiple solution files found.")]
    [InlineData("a/One.slnx a/b/Two.slnx a/b/Three.sln", "Multiple solution files found.")]
    public async Task A_project_that_finds_no_solution_or_several_is_built_with_a_warning(string solutions, string warning)
    {
        using var written = projects.WriteSolutions(solutions);

        var (found, output) = await DiscoverAsync();

        Assert.Contains($"warning : {warning}", output, StringComparison.Ordinal);
        Assert.Equal(("*Undefined*", "*Undefined*"), found);
    }

    [Fact]
    public async Task A_given_solution_folder_is_searched_alone_and_only_for_a_name()
    {
        using var written = projects.WriteSolutions("a/One.sln a/b/Two.sln a/b/Three.sln");
        var (one, several, none) = (FolderOf("a"), FolderOf("a", "b"), FolderOf("standins"));

        var (found, _) = await DiscoverAsync($"-p:SolutionDir={one}");
        var (_, outputOfSeveral) = await DiscoverAsync($"-p:SolutionDir={several}");
        var (_, outputOfNone) = await DiscoverAsync($"-p:SolutionDir={none}");
        var (given, outputOfBoth) = await DiscoverAsync($"-p:SolutionDir={several}", "-p:SolutionName=Two");

        Assert.Equal((one, "One"), found);
        Assert.Contains($"Multiple solution files found in SolutionDir '{several}'.", outputOfSeveral, StringComparison.Ordinal);
        Assert.Contains($"No solution files found in SolutionDir '{none}'.", outputOfNone, StringComparison.Ordinal);
        Assert.Equal((several, "Two"), given);
        Assert.DoesNotContain("solution files found", outputOfBoth, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tests/Harness/Harness.csproj")]
    [InlineData("tests/01-hello/Hello.Tests.csproj")]
    public async Task A_test_project_of_the_workshop_names_its_solution_so_that_none_is_searched(string project)
    {
        var result = await BoundedProcess.RunAsync(
            Repository.Root, Limit, ["msbuild", project, "-getProperty:SolutionDir,SolutionName"]);

        using var json = JsonDocument.Parse(result.Output);
        Assert.Equal((Repository.Root + Path.DirectorySeparatorChar, "Workshop"), (Property(json, "SolutionDir"), Property(json, "SolutionName")));
    }

    private async Task<string[]> UsingsAsync(string project, params string[] arguments)
    {
        using var evaluated = await EvaluateAsync(project, ["-getItem:Using", .. arguments]);
        return
        [
            .. evaluated.RootElement.GetProperty("Items").GetProperty("Using").EnumerateArray()
                .Select(item => (item.TryGetProperty("Static", out _) ? "static " : "") + item.GetProperty("Identity").GetString()),
        ];
    }

    private static string[] ParentsOfSnapshots(JsonDocument evaluated) =>
    [
        .. evaluated.RootElement.GetProperty("Items").GetProperty("None").EnumerateArray()
            .Where(item => item.GetProperty("Identity").GetString()!.StartsWith("snapshots", StringComparison.Ordinal))
            .Select(item => item.TryGetProperty("DependentUpon", out var parent) ? parent.GetString()! : ""),
    ];

    private async Task<((string Folder, string Name) Found, string Output)> DiscoverAsync(params string[] arguments)
    {
        var result = await DotnetAsync(
        [
            "msbuild", RestoredProjects.PathOf("Has"), "-t:DiscoverSolutionInfo", "-getProperty:SolutionDir,SolutionName",
            "-p:UseStandIns=true", .. arguments,
        ]);
        using var json = JsonDocument.Parse(result.Output[result.Output.IndexOf('{', StringComparison.Ordinal)..]);
        return ((Property(json, "SolutionDir"), Property(json, "SolutionName")), result.All);
    }

    private async Task<JsonDocument> EvaluateAsync(string project, params string[] arguments)
    {
        var result = await DotnetAsync(["msbuild", RestoredProjects.PathOf(project), "-p:UseStandIns=true", .. arguments]);
        Assert.True(result.ExitCode == 0, result.All);
        return JsonDocument.Parse(result.Output);
    }

    private static string Property(JsonDocument evaluated, string name) =>
        evaluated.RootElement.GetProperty("Properties").GetProperty(name).GetString()!;

    private string FolderOf(params string[] parts) => projects.Folder.PathOf(parts) + Path.DirectorySeparatorChar;

    private Task<BoundedProcessResult> DotnetAsync(params string[] arguments) =>
        BoundedProcess.RunAsync(projects.Folder.Root, Limit, arguments);
}
