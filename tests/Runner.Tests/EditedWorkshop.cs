using System.Text.RegularExpressions;
using Workshop.Runner.Grading;
using Workshop.Runner.Labs;

namespace Workshop.Tests;

/// <summary>A workshop with one lab, whose check fails with a list of all values that the lab was built from: so a test sees
/// which content a verdict is of. The values are in method bodies, in a constant that the checks take in when they are compiled,
/// in the contract and in the project.</summary>
internal sealed partial class EditedWorkshop : IDisposable
{
    private const string Lab = "labs/01-one";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();

    public EditedWorkshop()
    {
        _folder.Write("Directory.Build.props", $"""
            <Project>
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <UseArtifactsOutput>true</UseArtifactsOutput>
                <ArtifactsPath>$(MSBuildThisFileDirectory)artifacts</ArtifactsPath>
                <ArtifactsProjectName Condition="'$(MSBuildProjectName)' == 'One'">labs/01-one</ArtifactsProjectName>
                <ArtifactsPivots Condition="'$(MSBuildProjectName)' == 'One'">check</ArtifactsPivots>
                <ArtifactsProjectName Condition="'$(MSBuildProjectName)' == 'One.Tests'">tests/01-one/$(Grade)</ArtifactsProjectName>
              </PropertyGroup>
              {FixtureHost.OutputName}
            </Project>
            """);
        _folder.Write("Directory.Build.targets", """
            <Project>
              <Import Project="eng/KeepCompilerArguments.targets" />
              <Import Project="eng/NoticeReplacedFiles.targets" />
            </Project>
            """);
        foreach (var name in new[] { "KeepCompilerArguments.targets", "NoticeReplacedFiles.targets" })
        {
            _folder.Write($"eng/{name}", File.ReadAllText(Repository.PathOf("eng", name)));
        }

        foreach (var (file, text) in FixtureHost.Files)
        {
            _folder.Write(file, text);
        }

        _folder.Write($"{Lab}/README.md", "# Lab 01: One\n\n## Task 01.1: First\n");
        // The contract becomes C# as by Grpc.Tools: where it is newer than what was made of it.
        _folder.Write(Project, """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><Flavour>plain</Flavour></PropertyGroup>
              <ItemGroup>
                <Protobuf Include="../../protos/one.proto" />
                <Protobuf_ExpectedOutputs Include="$(MSBuildProjectDirectory)/$(IntermediateOutputPath)/Contract.cs" />
                <AssemblyMetadata Include="Flavour" Value="$(Flavour)" />
              </ItemGroup>
              <Target Name="Protobuf_BeforeCompile" />
              <Target Name="Generate" Inputs="@(Protobuf)" Outputs="@(Protobuf_ExpectedOutputs)">
                <WriteLinesToFile File="@(Protobuf_ExpectedOutputs)" Lines="$([System.IO.File]::ReadAllText('%(Protobuf.FullPath)'))" Overwrite="true" />
              </Target>
              <Target Name="Protobuf_Compile" BeforeTargets="BeforeBuild" DependsOnTargets="Protobuf_BeforeCompile;Generate">
                <ItemGroup><Compile Include="@(Protobuf_ExpectedOutputs)" /></ItemGroup>
              </Target>
            </Project>
            """);
        _folder.Write("tests/01-one/One.Tests.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType></PropertyGroup>
              <ItemGroup><ProjectReference Include="../../labs/01-one/One.csproj" /></ItemGroup>
              {FixtureHost.Reference}
            </Project>
            """);
        _folder.Write("tests/01-one/Program.cs", """
            using System.Reflection;

            var lab = typeof(Surface).Assembly;
            var values = lab.GetTypes().Select(type => type.GetMethod("Value")).OfType<MethodInfo>().Select(value => (string)value.Invoke(null, null)!)
                .Append(Surface.Constant)
                .Append(lab.GetCustomAttributes<AssemblyMetadataAttribute>().First(data => data.Key == "Flavour").Value!);
            var failed = $"\"ExceptionTypes\":[\"Workshop.Harness.WrongAnswerException\"],\"Messages\":[\"{string.Join(' ', values.Order(StringComparer.Ordinal))}\"]";
            Console.WriteLine("{\"$type\":\"test-case-starting\",\"TestCaseUniqueID\":\"a\",\"TestMethodName\":\"A\",\"Traits\":{\"Todo\":[\"01.1\"]}}");
            Console.WriteLine($"{{\"$type\":\"test-failed\",\"TestCaseUniqueID\":\"a\",{failed}}}");
            Console.WriteLine("{\"$type\":\"test-assembly-finished\"}");
            """);
        _folder.Write(Constant, "public static class Surface { public const string Constant = \"constant0\"; }\n");
        _folder.Write(Contract, "static class Contract { public static string Value() => \"contract0\"; }\n");
        _folder.Write($"{Lab}/F0.cs", Body(0, "body0"));
    }

    public static string Contract => "protos/one.proto";

    public static string Constant => $"{Lab}/Surface.cs";

    public static string Project => $"{Lab}/One.csproj";

    /// <summary>The lab's files whose values are in method bodies.</summary>
    public IReadOnlyList<string> Bodies =>
        [.. Directory.GetFiles(PathOf(Lab), "F*.cs").Order(StringComparer.Ordinal).Select(file => $"{Lab}/{Path.GetFileName(file)}")];

    /// <summary>What a clean run would say, read from the files as they are now.</summary>
    public string Expected => string.Join(' ', Bodies.Append(Contract).Append(Constant).Select(Read).Append(Read(Project))
        .Select(text => Value().Match(text).Groups is var groups && groups[1].Success ? groups[1].Value : groups[2].Value)
        .Order(StringComparer.Ordinal));

    public static string Body(int number, string value) => $"static class F{number} {{ public static string Value() => \"{value}\"; }}\n";

    public string PathOf(string file) => _folder.PathOf(file);

    public string Read(string file) => File.ReadAllText(PathOf(file));

    public void Write(string file, string text) => File.WriteAllText(PathOf(file), text);

    public async Task<string> CheckAsync()
    {
        var workshop = new WorkshopFolder(_folder.Root);
        var result = await new Grader(workshop, Grade.Labs, Limit).GradeAsync(workshop.Find("1"), CancellationToken.None);
        return result.Verdict is Verdict.DoesNotCompile ? "does not compile" : result.Message;
    }

    /// <summary>The same after everything that was built is gone.</summary>
    public Task<string> CheckCleanAsync()
    {
        Directory.Delete(PathOf("artifacts"), recursive: true);
        return CheckAsync();
    }

    public void Dispose() => _folder.Dispose();

    [GeneratedRegex("\"((?:body|contract|constant)\\d+)\"|<Flavour>(\\w+)<")]
    private static partial Regex Value();
}
