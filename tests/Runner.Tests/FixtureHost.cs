namespace Workshop.Tests;

/// <summary>A host of checks for workshops without packages: it runs the checks' program itself, each time that it is told to.</summary>
internal static class FixtureHost
{
    // Where a test looks whether it still runs.
    private const string Program = """
        using Workshop.CheckHost;

        var requests = new RunRequests();
        File.WriteAllText("artifacts/host.pid", $"{Environment.ProcessId}");
        foreach (var request in requests.ReadAll())
        {
            var checks = request.Checks;
            new ChecksContext(Path.GetDirectoryName(checks)!).LoadFromAssemblyPath(checks).EntryPoint!.Invoke(null, [Array.Empty<string>()]);
            Console.WriteLine("\n{\"$type\":\"run-ended\",\"ExitCode\":0}");
        }
        """;

    private static readonly string[] Real = ["ChecksContext.cs", "RunRequest.cs", "RunRequests.cs"];

    /// <summary>What a project of checks refers to it by.</summary>
    public const string Reference = """<ItemGroup><ProjectReference Include="../CheckHost/CheckHost.csproj" /></ItemGroup>""";

    /// <summary>For Directory.Build.props, behind the names of the others.</summary>
    public const string OutputName = """<PropertyGroup><ArtifactsProjectName Condition="'$(MSBuildProjectName)' == 'CheckHost'">tests/CheckHost</ArtifactsProjectName></PropertyGroup>""";

    public static IEnumerable<(string File, string Text)> Files =>
    [
        ("tests/CheckHost/CheckHost.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
            </Project>
            """),
        ("tests/CheckHost/Program.cs", Program),
        .. Real.Select(file => ($"tests/CheckHost/{file}", File.ReadAllText(Repository.PathOf("tests", "CheckHost", file)))),
    ];
}
