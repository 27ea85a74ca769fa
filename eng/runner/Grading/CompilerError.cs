using System.Globalization;
using System.Text.RegularExpressions;
using Workshop.Runner.Processes;

namespace Workshop.Runner.Grading;

/// <summary>An error line of a build, in MSBuild's canonical form: <c>file(line,column): error CODE: text [project]</c>.</summary>
/// <param name="File">The file as the tool named it, or the tool itself where there is no file.</param>
/// <param name="Line">The line; 0 where there is none.</param>
/// <param name="Column">The column; 0 where there is none.</param>
/// <param name="Code">Such as CS1002; empty where the tool gives none.</param>
/// <param name="Text">What is wrong, in the tool's words.</param>
/// <param name="Project">The project that was built; empty where the line names none.</param>
internal sealed partial record CompilerError(string File, int Line, int Column, string Code, string Text, string Project = "")
{
    /// <summary>True when the packages, the disk or the SDK are at fault rather than a source file.</summary>
    public bool IsOfEnvironment =>
        Code.StartsWith("NU", StringComparison.Ordinal) || Code.StartsWith("NETSDK", StringComparison.Ordinal)
        || Code.StartsWith("MSB", StringComparison.Ordinal);

    /// <summary>The errors of a build's output in its order, each once, whichever projects compile the file.</summary>
    public static IReadOnlyList<CompilerError> ReadAll(IEnumerable<string> lines) =>
    [
        .. lines.Select(line => Canonical().Match(line)).Where(match => match.Success).Select(Read)
            .DistinctBy(error => error with { Project = "" }),
    ];

    /// <summary>Whether a build failed, and no source file is at fault.</summary>
    public static bool FailedForEnvironment(ProcessOutcome build) =>
        !build.Succeeded && ReadAll(build.Lines).All(error => error.IsOfEnvironment);

    private static CompilerError Read(Match match) => new(
        FileOf(match),
        Number(match.Groups["line"]),
        Number(match.Groups["column"]),
        match.Groups["code"].Value,
        match.Groups["text"].Value.Trim(),
        match.Groups["project"].Value);

    // protoc names a file from its project's folder, the C# compiler by its full path.
    private static string FileOf(Match match)
    {
        var (file, project) = (match.Groups["file"].Value.Trim(), match.Groups["project"].Value);
        return match.Groups["line"].Success && file.EndsWith(".proto", StringComparison.Ordinal) && Path.IsPathRooted(project)
            ? Path.Combine(Path.GetDirectoryName(project)!, file)
            : file;
    }

    private static int Number(Group group) =>
        group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^\s*(?<file>[^(]+?|.+?\.\w+)(?:\((?<line>\d{1,7})(?:,(?<column>\d{1,5}))?(?:,\d+)*\))?\s*: error (?<code>[A-Za-z]+\d+)?\s*: (?<text>.*?)(?: \[(?<project>[^\[\]]+)\])?$")]
    private static partial Regex Canonical();
}
