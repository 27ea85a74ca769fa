using System.Text.RegularExpressions;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Authoring;

/// <summary>A check as it stands in its source file.</summary>
/// <param name="File">The source file.</param>
/// <param name="Todo">The id of its task.</param>
/// <param name="Type">The class.</param>
/// <param name="Method">The method; its name is the check's sentence.</param>
internal sealed record AuthoredCheck(string File, string Todo, string Type, string Method)
{
    /// <summary>The snapshot's file name.</summary>
    public string Snapshot => $"{Type}.{Method}.verified.txt";
}

/// <summary>The files of a lab as its author wrote them.</summary>
internal sealed partial class AuthoredLab(WorkshopFolder workshop, Lab lab)
{
    private static readonly EnumerationOptions EveryOwnFolder =
        new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };

    public Lab Lab => lab;

    public WorkshopFolder Workshop => workshop;

    public string LabFolder => workshop.PathOf("labs", lab.Slug);

    public string SolutionFolder => workshop.PathOf("solutions", lab.Slug);

    public string TestFolder => workshop.PathOf("tests", lab.Slug);

    public string MistakesFolder => Path.Combine(TestFolder, "mistakes");

    public string SnapshotsFolder => Path.Combine(TestFolder, "snapshots");

    public string ConceptPage => workshop.PathOf("docs", $"{lab.Slug}.md");

    /// <summary>The lab's solution project; null when it is missing.</summary>
    public string? SolutionProject => FilesOf(SolutionFolder, "*.csproj") is [var project, ..] ? project : null;

    /// <summary>Every place of the lab where a task is marked: <c>TODO 01.2:</c>.</summary>
    public IReadOnlyList<(string File, string Id)> Marks() =>
        [.. FilesOf(LabFolder, "*").Where(file => Path.GetExtension(file) is not ".md").SelectMany(file =>
            Mark().Matches(File.ReadAllText(file)).Select(mark => (file, mark.Groups[1].Value)))];

    /// <summary>The ids of the stubs that name themselves: <c>TODO 01.2 is not done yet</c>.</summary>
    public IReadOnlyList<string> Stubs() =>
        [.. SourcesOf(LabFolder).SelectMany(file =>
            StubSentence().Matches(File.ReadAllText(file)).Select(stub => stub.Groups[1].Value))];

    /// <summary>The checks: where each is, its task's id, its class and its method.</summary>
    public IReadOnlyList<AuthoredCheck> Checks() =>
        [.. FilesOf(TestFolder, "*.cs").Where(file => !IsMistake(file)).SelectMany(ReadChecks)];

    /// <summary>The folders of the known wrong answers, in order.</summary>
    public IReadOnlyList<string> MistakeFolders() => Directory.Exists(MistakesFolder)
        ? [.. Directory.GetDirectories(MistakesFolder).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>The source file of a name that the solution compiles: its own, or else the lab's. Null when there is none.
    /// </summary>
    public string? SourceOf(string name) =>
        new[] { SolutionFolder, LabFolder }
            .SelectMany(folder => SourcesOf(folder).Where(file => NameIn(folder, file) == name))
            .FirstOrDefault();

    /// <summary>What is compiled of a folder: C# files and contracts.</summary>
    public static IReadOnlyList<string> SourcesOf(string folder) => [.. FilesOf(folder, "*.cs"), .. FilesOf(folder, "*.proto")];

    /// <summary>A file's path below a folder, with slashes.</summary>
    public static string NameIn(string folder, string file) => Path.GetRelativePath(folder, file).Replace('\\', '/');

    /// <summary>The files below a folder, in order; none when there is no such folder. Links are not followed: they may lead
    /// out of the workshop.</summary>
    public static IReadOnlyList<string> FilesOf(string folder, string pattern) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, pattern, EveryOwnFolder).Order(StringComparer.Ordinal)]
        : [];

    private bool IsMistake(string file) => file.StartsWith(MistakesFolder, StringComparison.Ordinal);

    private static IEnumerable<AuthoredCheck> ReadChecks(string file)
    {
        var text = File.ReadAllText(file);
        var type = TypeName().Match(text).Groups[1].Value;
        return CheckMethod().Matches(text)
            .Select(check => new AuthoredCheck(file, check.Groups[1].Value, type, check.Groups[2].Value));
    }

    [GeneratedRegex(@"TODO (\d\d\.\d+):")]
    private static partial Regex Mark();

    [GeneratedRegex(@"TODO (\d\d\.\d+) is not done yet")]
    private static partial Regex StubSentence();

    [GeneratedRegex(@"\bclass (\w+)")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"Trait\(""Todo"", ""(\d\d\.\d+)""\)\](?:\s*\[[^\]]*\])*\s*public async Task (\w+)\(")]
    private static partial Regex CheckMethod();
}
