using Workshop.Runner.Grading;
using Workshop.Runner.Labs;

namespace Workshop.Tests;

/// <summary>A small workshop with one lab and without packages. Its checks' program prints a script that the test
/// writes, so that one build serves every test.</summary>
public sealed class FixtureWorkshop : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();

    public FixtureWorkshop()
    {
        _folder.Write("Directory.Build.props", $"""
            <Project>
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <UseArtifactsOutput>true</UseArtifactsOutput>
                <ArtifactsPath>$(MSBuildThisFileDirectory)artifacts</ArtifactsPath>
                <ArtifactsProjectName>tests/01-one/$(Grade)</ArtifactsProjectName>
              </PropertyGroup>
              {FixtureHost.OutputName}
            </Project>
            """);
        foreach (var (file, text) in FixtureHost.Files)
        {
            _folder.Write(file, text);
        }

        _folder.Write("labs/01-one/README.md", "# Lab 01: One\n\nMinutes: 5 core (1 of them reading), 6 production\n\n## Core\n\n## Task 01.1: First\n\nMinutes: 4\n\n## Production\n\n## Task 01.2: Second\n\n## Task 01.3: Third\n");
        _folder.Write("labs/02-two/README.md", "# Lab 02: Two\n");
        _folder.Write("tests/01-one/One.Tests.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType></PropertyGroup>
              <ItemGroup><Compile Include="../../labs/01-one/*.cs" /></ItemGroup>
              {FixtureHost.Reference}
            </Project>
            """);
        _folder.Write("tests/01-one/Program.cs", """
            foreach (var line in File.ReadLines(Path.Combine("artifacts", "script.txt")))
            {
                switch (line)
                {
                    case "HANG": Thread.Sleep(Timeout.Infinite); break;
                    case "EXIT": Environment.Exit(7); break;
                    case "OVERFLOW": Lab.Overflow(0); break;
                    case "FLOOD": for (var i = 0; i < 200_000; i++) { Console.WriteLine("fifty characters of output that nobody reads....."); } break;
                    default: Console.WriteLine(line); break;
                }
            }
            """);
        Answer("static class Lab { public static int Overflow(int n) => Overflow(n + 1) + 1; }");
    }

    public string Root => _folder.Root;

    /// <summary>What the lab's file holds.</summary>
    public void Answer(string code) => _folder.Write("labs/01-one/Lab.cs", code);

    /// <summary>What the checks' program prints, and does: HANG, EXIT, OVERFLOW, FLOOD.</summary>
    public void Script(params string[] lines) => _folder.Write("artifacts/script.txt", string.Join('\n', lines));

    internal Task<LabResult> GradeAsync(TimeSpan limit)
    {
        var workshop = new WorkshopFolder(Root);
        return new Grader(workshop, Grade.Labs, limit).GradeAsync(workshop.Find("1"), CancellationToken.None);
    }

    /// <summary>Runs the real runner in this workshop.</summary>
    internal Task<BoundedProcessResult> RunAsync(params string[] arguments) => BoundedProcess.RunAsync(
        Root,
        Limit,
        ["exec", Repository.PathOf("artifacts", "bin", "eng", "runner", "debug", "Runner.dll"), .. arguments],
        ("WORKSHOP_ROOT", Root));

    public void Dispose() => _folder.Dispose();
}
