using System.Text.Json;
using Workshop.Runner.Processes;

namespace Workshop.Runner.Authoring;

/// <summary>Compiles known wrong answers: the solution's own compilation, with some source files replaced.</summary>
/// <remarks>MSBuild is asked once for the compiler's arguments; a build per wrong answer would take ten times as long. The
/// compiler runs as a server under a name of its own, and ends by itself when nobody has asked for a while.</remarks>
internal sealed class MistakeCompiler
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private static readonly string[] ArgumentsOfTheBuild = ["/noconfig", "/out:", "/refout:", "/doc:", "/warnaserror"];

    private readonly string _solutionFolder;
    private readonly string _compiler;
    private readonly IReadOnlyList<string> _arguments;

    private MistakeCompiler(AuthoredLab lab, string compiler, IReadOnlyList<string> arguments)
    {
        _solutionFolder = lab.SolutionFolder;
        _compiler = compiler;
        _arguments = arguments;
    }

    /// <summary>Learns how the solution is compiled. It must have been built.</summary>
    /// <exception cref="WorkshopException">MSBuild does not say.</exception>
    public static async Task<MistakeCompiler> ForAsync(AuthoredLab lab, CancellationToken cancellationToken)
    {
        string[] ask =
        [
            "msbuild", lab.SolutionProject!, "-nologo", "-t:Compile", "-p:SkipCompilerExecution=true",
            "-p:ProvideCommandLineArgs=true", "-p:BuildProjectReferences=false", "-p:RunAnalyzers=false",
            // An output that never exists: the compilation is never up to date, so its arguments are always computed.
            "-p:NonExistentFile=none",
            "-getItem:CscCommandLineArgs", "-getProperty:RoslynTargetsPath",
        ];
        var outcome = await Dotnet.RunAsync(lab.Workshop.Root, Limit, ask, _ => true, cancellationToken);
        if (!outcome.Succeeded)
        {
            throw WorkshopException.Environment(
                $"How {lab.Workshop.Show(lab.SolutionProject!)} is compiled could not be found out: {string.Join(" ", outcome.Lines.TakeLast(1))} "
                + "Build it with `dotnet build` and fix what that says.");
        }

        var answer = JsonDocument.Parse(string.Join('\n', outcome.Kept)).RootElement;
        var roslyn = answer.GetProperty("Properties").GetProperty("RoslynTargetsPath").GetString()!;
        return new MistakeCompiler(
            lab,
            Path.GetFullPath(Path.Combine(roslyn, "bincore", "csc.dll")),
            [.. answer.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray()
                .Select(item => item.GetProperty("Identity").GetString()!)
                .Where(argument => !ArgumentsOfTheBuild.Any(prefix => argument.StartsWith(prefix, StringComparison.Ordinal)))]);
    }

    /// <param name="replaced">For the solution's source files that are replaced, by which.</param>
    /// <param name="output">The assembly to write.</param>
    /// <param name="cancellationToken">Ends the compiler.</param>
    /// <returns>Null, or the compiler's first error.</returns>
    public async Task<string?> CompileAsync(
        IReadOnlyDictionary<string, string> replaced, string output, CancellationToken cancellationToken)
    {
        string[] arguments = [.. _arguments.Select(argument => Replacement(argument, replaced) ?? argument)];
        if (replaced.FirstOrDefault(pair => !arguments.Contains(pair.Value)) is { Key: { } missed })
        {
            return $"the solution is compiled without {missed}";
        }

        var responseFile = $"{output}.rsp";
        await File.WriteAllLinesAsync(
            responseFile,
            [.. arguments.Select(Quote), Quote($"/out:{output}"), "/skipanalyzers+"],
            cancellationToken);
        string[] compile =
            ["exec", _compiler, "/noconfig", $"/shared:workshop-{Environment.ProcessId}", "/keepalive:10", $"@{responseFile}"];
        var outcome = await Dotnet.RunAsync(_solutionFolder, Limit, compile, cancellationToken);
        return outcome.Succeeded ? null : outcome.FirstError;
    }

    // The build gives a path from the solution's folder, or a full one. On Windows the same path may have other letters.
    private string? Replacement(string argument, IReadOnlyDictionary<string, string> replaced) =>
        argument.EndsWith(".cs", StringComparison.Ordinal)
            ? replaced.FirstOrDefault(pair => Path.GetRelativePath(pair.Key, Path.GetFullPath(argument, _solutionFolder)) is ".").Value
            : null;

    private static string Quote(string argument) => argument.Contains(' ', StringComparison.Ordinal) ? $"\"{argument}\"" : argument;
}
