using Workshop.Runner.Copies;
using Workshop.Runner.Grading;
using Workshop.Runner.Labs;

namespace Workshop.Tests;

/// <summary>A small workshop with all that a build goes through: a lab, its checks, the harness, a stand-in; without
/// packages, and with its files kept as they came.</summary>
public sealed class GivenWorkshop : IDisposable
{
    public const string Lab = "labs/01-one/OneApp.cs";
    public const string Checks = "tests/01-one/OneChecks.cs";
    public const string Harness = "tests/Harness/LabCheck.cs";
    public const string HarnessProject = "tests/Harness/Harness.csproj";
    public const string StandIn = "eng/standins/Some.Package/Package.cs";

    private const string Library = """<Project Sdk="Microsoft.NET.Sdk" />""";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _folder = new();

    private readonly Dictionary<string, string> _files = new()
    {
        ["Directory.Build.props"] = """
            <Project>
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <UseArtifactsOutput>true</UseArtifactsOutput>
                <ArtifactsPath>$(MSBuildThisFileDirectory)artifacts</ArtifactsPath>
                <ArtifactsProjectName>$([MSBuild]::MakeRelative('$(MSBuildThisFileDirectory)', '$(MSBuildProjectDirectory)'))</ArtifactsProjectName>
                <ArtifactsProjectName Condition="'$(MSBuildProjectName)' == 'One.Tests'">tests/01-one/$(Grade)</ArtifactsProjectName>
              </PropertyGroup>
            </Project>
            """,
        // No package source: a restore that needs a package fails at once.
        ["NuGet.config"] = "<configuration><packageSources><clear /></packageSources></configuration>",
        ["protos/one.proto"] = "syntax = \"proto3\";\n",
        ["labs/01-one/README.md"] = "# Lab 01: One\n\n## Task 01.1: First\n",
        ["labs/01-one/One.csproj"] = Library,
        [Lab] = """
            namespace Workshop.One;

            public static class OneApp
            {
                public static int Create(string[] args) => 0;
            }

            """,
        ["eng/standins/Some.Package/Some.Package.csproj"] = Library,
        [StandIn] = "namespace Some.Package;\n\npublic static class Package\n{\n    public static int Number => 1;\n}\n",
        [HarnessProject] = """
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup><ProjectReference Include="../../eng/standins/Some.Package/Some.Package.csproj" /></ItemGroup>
            </Project>
            """,
        [Harness] = "namespace Workshop.Harness;\n\npublic static class LabCheck\n{\n    public static int Number => Some.Package.Package.Number;\n}\n",
        ["tests/01-one/One.Tests.csproj"] = """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType></PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="../../$(Grade)/01-one/One.csproj" />
                <ProjectReference Include="../Harness/Harness.csproj" />
                <ProjectReference Include="../CheckHost/CheckHost.csproj" />
              </ItemGroup>
            </Project>
            """,
        [Checks] = """
            if (Workshop.One.OneApp.Create([]) == 0 && Workshop.Harness.LabCheck.Number == 1)
            {
                Console.WriteLine(File.ReadAllText("script.txt"));
            }

            """,
        ["script.txt"] = string.Join(
            '\n', ReporterLines.Begun("a", "01.1", "It_answers"), ReporterLines.Passed("a"), ReporterLines.Finished),
    };

    public GivenWorkshop()
    {
        foreach (var (file, text) in FixtureHost.Files)
        {
            _files.Add(file, text);
        }

        Restore();
        new PristineCopy(Workshop).MakeWhereAbsent();
    }

    internal WorkshopFolder Workshop => new(_folder.Root);

    /// <summary>What a student writes into a file.</summary>
    public void Change(string file, string from, string to) => _folder.Write(file, Replace(file, from, to));

    /// <summary>What a file holds that comes with the workshop.</summary>
    public void Bring(string file, string from, string to)
    {
        var text = Replace(file, from, to);
        _folder.Write(file, text);
        if (File.Exists(_folder.PathOf(".workshop", "pristine", file)))
        {
            _folder.Write($".workshop/pristine/{file}", text);
        }
    }

    /// <summary>Writes what an editor with other habits would.</summary>
    public void Write(string file, string text) => _folder.Write(file, text);

    public string Read(string file) => File.ReadAllText(_folder.PathOf(file));

    /// <summary>Makes everything as it came.</summary>
    public void Restore()
    {
        foreach (var (file, text) in _files)
        {
            _folder.Write(file, text);
            if (File.Exists(_folder.PathOf(".workshop", "pristine", file)))
            {
                _folder.Write($".workshop/pristine/{file}", text);
            }
        }
    }

    internal Task<LabResult> CheckAsync() =>
        new Grader(Workshop, Grade.Labs, Limit).GradeAsync(Workshop.Find("1"), CancellationToken.None);

    public void Dispose() => _folder.Dispose();

    private string Replace(string file, string from, string to)
    {
        var text = Read(file);
        return text.Contains(from, StringComparison.Ordinal)
            ? text.Replace(from, to, StringComparison.Ordinal)
            : throw new ArgumentException($"{file} does not hold '{from}'.", nameof(from));
    }
}
