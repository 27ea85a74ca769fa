using System.Text.RegularExpressions;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Authoring;

/// <summary>Workshop.sln holds what a student gets, tests/Everything.slnx that and the maintainers' tests.</summary>
internal static partial class SolutionFileRules
{
    // These are never built with the rest: the first files of a lab are built as a lab, a stand-in where it is needed, the template when it is packed.
    private static readonly string[] ProjectsOfNoSolution = ["eng/scaffold/", "eng/standins/", "dotnet-new-template/", "artifacts/"];

    public static IEnumerable<Defect> Find(WorkshopFolder workshop)
    {
        string[] projects = [.. AuthoredLab.FilesOf(workshop.Root, "*.csproj")
            .Select(workshop.Show)
            .Where(project => !ProjectsOfNoSolution.Any(folder => project.StartsWith(folder, StringComparison.Ordinal)))];
        string[] students = [.. projects.Where(project => !MaintainersTests().IsMatch(project))];
        return Compare(workshop, "Workshop.sln", students).Concat(Compare(workshop, "tests/Everything.slnx", projects));
    }

    private static IEnumerable<Defect> Compare(WorkshopFolder workshop, string solution, string[] wanted)
    {
        var file = workshop.PathOf(solution);
        if (!File.Exists(file))
        {
            return [new Defect(solution, "The solution is missing: make it with `dotnet new sln --format sln`.")];
        }

        string[] listed = [.. Project().Matches(File.ReadAllText(file)).Select(project =>
            workshop.Show(Path.Combine(Path.GetDirectoryName(file)!, project.Groups[1].Value.Replace('\\', '/'))))];
        return wanted.Except(listed)
            .Select(project => new Defect(
                solution, $"It lacks {project}: add it with `dotnet sln add --include-references false`."))
            .Concat(listed.Except(wanted).Select(project => new Defect(solution, $"It lists {project}, which does not belong there.")));
    }

    [GeneratedRegex(@"^tests/[^/]+\.Tests/")]
    private static partial Regex MaintainersTests();

    [GeneratedRegex(@"""([^""]+\.csproj)""")]
    private static partial Regex Project();
}
