using Workshop.Runner.Authoring;
using Workshop.Runner.Labs;

namespace Workshop.Tests.Authoring;

/// <summary>A workshop with one flawless lab, into which a test plants a defect. Its checks' program prints the lines of
/// a script, so that one small build stands for whatever a lab does.</summary>
public sealed class AuthoredFixture : IDisposable
{
    private const string Project = "<Project />\n";
    private const string Stub = "// TODO 01.1: greet.\nthrow \"TODO 01.1 is not done yet. See labs/01-one/README.md.\";\n";

    private const string Readme = """
        # Lab 01: One

        Minutes: 10 core (6 of them reading)

        | file | what it is |
        | --- | --- |
        | `Service.cs` | the server's answer: task 01.1 |
        | `Server/` | given |

        ## Core

        It greets.

        ## Task 01.1: Greet

        Minutes: 4

        <details><summary>Hint 1</summary></details>
        <details><summary>Hint 2</summary></details>
        <details><summary>Hint 3</summary></details>

        See [the page](../../docs/01-one.md#the-idea) and run `dotnet workshop.cs check 01`.
        """;

    private const string Check = """
        public sealed class OneChecks
        {
            [Fact, Trait("Todo", "01.1")]
            public async Task Greets()
        }
        """;

    // The checks' program is the same for labs and solutions: it prints the script.
    private const string CheckProject = $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <EnableDefaultCompileItems>false</EnableDefaultCompileItems>
          </PropertyGroup>
          <ItemGroup>
            <Compile Include="Program.txt" />
            <ProjectReference Include="../../solutions/01-one/One.csproj" ReferenceOutputAssembly="false" Condition="'$(Grade)' == 'solutions'" />
          </ItemGroup>
          {FixtureHost.Reference}
        </Project>
        """;

    private const string BuildProperties = $"""
        <Project>
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <UseArtifactsOutput>true</UseArtifactsOutput>
            <ArtifactsPath>$(MSBuildThisFileDirectory)artifacts</ArtifactsPath>
            <ArtifactsProjectName>tests/01-one/$(Grade)</ArtifactsProjectName>
            <ArtifactsProjectName Condition="'$(MSBuildProjectName)' == 'One'">solutions/01-one</ArtifactsProjectName>
          </PropertyGroup>
          {FixtureHost.OutputName}
        </Project>
        """;

    /// <summary>A known wrong answer as an edit of the solution's file.</summary>
    public const string Edit = """{ "file": "Service.cs", "find": ["42"], "replace": ["41"] }""";

    private const string Answer = """
        public static class Service
        {
            public static int Answer => 42;
        }
        """;

    private const string SolutionProject = "<Project Sdk=\"Microsoft.NET.Sdk\" />";

    private readonly TemporaryFolder _folder = new();

    public AuthoredFixture()
    {
        Write("Directory.Build.props", BuildProperties);
        Write("Directory.Build.targets", """<Project><Import Project="eng/KeepCompilerArguments.targets" /></Project>""");
        Write("eng/KeepCompilerArguments.targets", File.ReadAllText(Repository.PathOf("eng", "KeepCompilerArguments.targets")));
        foreach (var (file, text) in FixtureHost.Files)
        {
            Write(file, text);
        }

        Write("labs/01-one/README.md", Readme);
        Write("labs/01-one/One.csproj", Project);
        Write("labs/01-one/Service.cs", Stub);
        Write("labs/01-one/Server/Given.cs", "given");
        Write("solutions/01-one/One.csproj", Project);
        Write("solutions/01-one/Service.cs", Answer);
        Write("tests/01-one/One.Tests.csproj", CheckProject);
        Write("tests/01-one/OneChecks.cs", Check);
        Write("tests/01-one/Program.txt", "foreach (var line in System.IO.File.ReadLines(\"artifacts/script.txt\")) { System.Console.WriteLine(line); }");
        Write("tests/01-one/snapshots/OneChecks.Greets.verified.txt", "status OK\n");
        Write("docs/01-one.md", "# One\n\n## The idea\n");
        Write("README.md", "| [01-one](labs/01-one/README.md) | a greeting | 10 | 0 |\n");
        WriteMistake("Wrong", "Greets", "status UNKNOWN");
        Write("Workshop.sln", Solution(
            @"labs\01-one\One.csproj", @"solutions\01-one\One.csproj", @"tests\01-one\One.Tests.csproj", @"tests\CheckHost\CheckHost.csproj"));
        Write("tests/Everything.slnx", Solution(
            @"..\labs\01-one\One.csproj", @"..\solutions\01-one\One.csproj", @"01-one\One.Tests.csproj", @"CheckHost\CheckHost.csproj"));
    }

    public string PathOf(string file) => _folder.PathOf(file);

    public void Write(string file, string text) => _folder.Write(file, text);

    public void Replace(string file, string from, string to) => Write(file, File.ReadAllText(PathOf(file)).Replace(from, to, StringComparison.Ordinal));

    public void Delete(string file) => File.Delete(PathOf(file));

    public void DeleteFolder(string folder) => Directory.Delete(PathOf(folder), recursive: true);

    public void WriteMistake(string name, string fails, string message, string edits = Edit) => Write(
        $"tests/01-one/mistakes/{name}/{Mistake.FileName}",
        $$"""{ "why": "It is wrong.", "edits": [{{edits}}], "fails": ["{{fails}}"], "message": "{{message}}" }""");

    /// <summary>What the checks' program prints.</summary>
    public void Script(params string[] lines) => Write("artifacts/script.txt", string.Join('\n', lines));

    /// <summary>Makes the solution's project one that can compile mistakes, as the real ones can.</summary>
    public void LetMistakesCompile() => Write("solutions/01-one/One.csproj", SolutionProject);

    /// <summary>The defects that the texts show: no build is needed.</summary>
    internal IReadOnlyList<Defect> FindInTexts()
    {
        var lab = Lab();
        var commands = new[] { "check", "list" };
        return
        [
            .. FolderRules.Find(lab), .. LabTable.Find(lab), .. TaskRules.Find(lab), .. MinutesRules.Find(lab), .. NameRules.Find(lab), .. SnapshotRules.Find(lab), .. AnswerRules.Find(lab), .. MistakeFileRules.Find(lab),
            .. LinkRules.Find(lab.Workshop, commands), .. SolutionFileRules.Find(lab.Workshop),
        ];
    }

    internal AuthoredLab Lab()
    {
        var workshop = new WorkshopFolder(_folder.Root);
        return new AuthoredLab(workshop, workshop.ReadLabs()[0]);
    }

    public void Dispose() => _folder.Dispose();

    private static string Solution(params string[] projects) =>
        string.Join('\n', projects.Select(project => $"Project(\"{{}}\") = \"One\", \"{project}\", \"{{}}\""));
}
