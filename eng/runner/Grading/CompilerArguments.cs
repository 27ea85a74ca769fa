using Workshop.Runner.Labs;
using Workshop.Runner.Processes;

namespace Workshop.Runner.Grading;

/// <summary>How the last build compiled a project, so that it can be compiled again without MSBuild.</summary>
/// <remarks><c>eng/KeepCompilerArguments.targets</c> writes the file. The compiler is the build's own server, which stays in
/// memory for some minutes: see https://github.com/dotnet/roslyn/blob/main/docs/compilers/Compiler%20Server.md.</remarks>
internal sealed class CompilerArguments
{
    private const string Reference = "/reference:";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private static readonly string[] ArgumentsOfTheBuild = ["/noconfig", "/out:", "/refout:", "/doc:", "/errorlog:", "/warnaserror", "/skipanalyzers"];

    // Where no compiler may stay in memory, which this variable of the build says, ours ends soon after the last call.
    private static readonly string[] Server =
        bool.TryParse(Environment.GetEnvironmentVariable("UseSharedCompilation"), out var shared) && !shared
            ? [$"/shared:workshop-{Environment.ProcessId}", "/keepalive:10"]
            // The build's own name for its server, if it has one.
            : [Environment.GetEnvironmentVariable("SharedCompilationId") is { Length: > 0 } name ? $"/shared:{name}" : "/shared"];

    private readonly string _folder;
    private readonly string _compiler;
    private readonly string[] _arguments;

    private CompilerArguments(string folder, string objFolder, string compiler, string[] arguments)
    {
        Warnings = Path.Combine(objFolder, "warnings.sarif");
        _folder = folder;
        _compiler = compiler;
        _arguments = [.. arguments.Where(argument => !ArgumentsOfTheBuild.Any(prefix => argument.StartsWith(prefix, StringComparison.Ordinal)))];
        ReferenceAssembly = ValueOf(arguments, "/refout:", folder);
        Assembly = ValueOf(arguments, "/out:", folder);
    }

    /// <summary>What the build wrote: the assembly, by its full path.</summary>
    public string Assembly { get; }

    /// <summary>What the build wrote: the public part of the assembly alone, by its full path.</summary>
    public string ReferenceAssembly { get; }

    /// <summary>What the build's compiler said, where a lab was built for a check (<c>eng/KeepCompilerArguments.targets</c>): its full path.</summary>
    public string Warnings { get; }

    /// <summary>Where <see cref="CompileAsync"/> writes what the compiler said, beside the assembly.</summary>
    public static string WarningsOf(string output) => $"{output}.sarif";

    /// <summary>Of a lab's answer.</summary>
    public static CompilerArguments? OfAnswer(WorkshopFolder workshop, Lab lab, Grade grade) => Read(
        workshop.PathOf(grade.ToName(), lab.Slug),
        workshop.PathOf("artifacts", "obj", grade.ToName(), lab.Slug, grade is Grade.Labs ? "check" : "debug"));

    /// <summary>Of a lab's checks.</summary>
    public static CompilerArguments? OfChecks(WorkshopFolder workshop, Lab lab, Grade grade) => Read(
        workshop.PathOf("tests", lab.Slug),
        workshop.PathOf("artifacts", "obj", "tests", lab.Slug, grade.ToName(), "debug"));

    /// <summary>The full path of an assembly that is referred to, by its file's name.</summary>
    public string ReferenceTo(string name) => _arguments
        .Where(argument => argument.StartsWith(Reference, StringComparison.Ordinal))
        .Select(argument => Path.GetFullPath(argument[Reference.Length..], _folder))
        .First(path => Path.GetFileName(path) == name);

    /// <summary>Compiles as the build did, without its analyzers.</summary>
    /// <param name="replaced">Files that are compiled or referred to in place of those that the build took, by full path.</param>
    /// <param name="output">The assembly to write.</param>
    /// <param name="referenceOutput">Where to write the public part; null for nowhere.</param>
    /// <param name="cancellationToken">Ends the compiler.</param>
    /// <returns>How the compiler ended. Its lines are those of a build, with the project at their end.</returns>
    public Task<ProcessOutcome> CompileAsync(
        IReadOnlyDictionary<string, string> replaced, string output, string? referenceOutput, CancellationToken cancellationToken) => RunAsync(
        [
            .. _arguments.Select(argument => Replace(argument, replaced)),
            $"/doc:{output}.xml",
            $"/errorlog:{WarningsOf(output)},version=2.1",
            .. referenceOutput is null ? Array.Empty<string>() : [$"/refout:{referenceOutput}"],
        ],
        output,
        cancellationToken);

    /// <summary>Compiles what runs, and nothing else that a build writes: no symbols, no documentation, no warnings. That takes the compiler
    /// half as long.</summary>
    /// <param name="replaced">As in <see cref="CompileAsync"/>.</param>
    /// <param name="output">The assembly to write.</param>
    /// <param name="cancellationToken">Ends the compiler.</param>
    /// <returns>As <see cref="CompileAsync"/>.</returns>
    public Task<ProcessOutcome> CompileCodeAsync(
        IReadOnlyDictionary<string, string> replaced, string output, CancellationToken cancellationToken) => RunAsync(
        [.. _arguments.Where(argument => !argument.StartsWith("/debug", StringComparison.Ordinal)).Select(argument => Replace(argument, replaced)), "/debug-"],
        output,
        cancellationToken);

    private async Task<ProcessOutcome> RunAsync(IEnumerable<string> arguments, string output, CancellationToken cancellationToken)
    {
        var responseFile = $"{output}.rsp";
        await File.WriteAllLinesAsync(
            responseFile, [.. arguments.Select(Quote), Quote($"/out:{output}"), "/skipanalyzers+", "/nologo"], cancellationToken);
        var outcome = await Dotnet.RunAsync(
            _folder, Limit, ["exec", _compiler, "/noconfig", .. Server, $"@{responseFile}"], cancellationToken);
        return outcome with { Lines = [.. outcome.Lines.Select(line => $"{line} [{_folder}]")] };
    }

    private static CompilerArguments? Read(string folder, string objFolder)
    {
        var file = Path.Combine(objFolder, "compiler-arguments.txt");
        return File.Exists(file) && File.ReadAllLines(file) is [var compiler, .. var arguments] && File.Exists(compiler)
            ? new CompilerArguments(folder, objFolder, compiler, [.. arguments.Select(Unquote)])
            : null;
    }

    private static string ValueOf(string[] arguments, string option, string folder) =>
        arguments.FirstOrDefault(argument => argument.StartsWith(option, StringComparison.Ordinal)) is { } found
            ? Path.GetFullPath(found[option.Length..], folder)
            : "";

    private static bool IsSource(string argument) => argument.EndsWith(".cs", StringComparison.Ordinal) && !IsOption(argument);

    // A path begins with a slash too, except on Windows.
    private static bool IsOption(string argument) => argument is ['/' or '-', .. var rest] && rest.Split(':')[0].All(char.IsAsciiLetter);

    // The build gives a path from the project's folder, or a full one. On Windows the same path may have other letters.
    private string Replace(string argument, IReadOnlyDictionary<string, string> replaced)
    {
        var isReference = argument.StartsWith(Reference, StringComparison.Ordinal);
        if (!isReference && !IsSource(argument))
        {
            return argument;
        }

        var path = Path.GetFullPath(isReference ? argument[Reference.Length..] : argument, _folder);
        return replaced.FirstOrDefault(pair => Path.GetRelativePath(pair.Key, path) is ".").Value is { } other
            ? isReference ? $"{Reference}{other}" : other
            : argument;
    }

    // The build quotes a path with a space, also behind an option's colon.
    private static string Unquote(string argument) => argument.Replace("\"", "", StringComparison.Ordinal);

    private static string Quote(string argument) => argument.Contains(' ', StringComparison.Ordinal) ? $"\"{argument}\"" : argument;
}
