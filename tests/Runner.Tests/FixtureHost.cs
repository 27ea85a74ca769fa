namespace Workshop.Tests;

/// <summary>A host of checks for workshops without packages: it runs the checks' program itself, each time that it is told to.</summary>
internal static class FixtureHost
{
    private const string Program = """
        using System.Reflection;
        using System.Text.Json;

        while (Console.ReadLine() is { } line)
        {
            var checks = JsonDocument.Parse(line).RootElement.GetProperty("Checks").GetString()!;
            Assembly.LoadFrom(checks).EntryPoint!.Invoke(null, [Array.Empty<string>()]);
            Console.WriteLine("\n{\"$type\":\"run-ended\",\"ExitCode\":0}");
        }
        """;

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
    ];
}
