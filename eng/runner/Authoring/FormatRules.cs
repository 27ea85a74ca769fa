using System.Xml.Linq;
using Workshop.Runner.Labs;
using Workshop.Runner.Processes;

namespace Workshop.Runner.Authoring;

/// <summary>dotnet format would change nothing in the solutions.</summary>
internal static class FormatRules
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    // Most of its time goes into loading projects: so all are in one run, which takes a file that names them.
    public static async Task<IReadOnlyList<Defect>> FindAsync(
        WorkshopFolder workshop, IReadOnlyCollection<AuthoredLab> labs, CancellationToken cancellationToken)
    {
        if (labs.Count == 0)
        {
            return [];
        }

        var projects = new XElement("Solution", labs.Select(lab => new XElement("Project", new XAttribute("Path", lab.SolutionProject!))));
        var file = workshop.PathOf("artifacts", "solutions.slnx");
        await File.WriteAllTextAsync(file, projects.ToString(), cancellationToken);
        var outcome = await Dotnet.RunAsync(workshop.Root, Limit, ["format", file, "--verify-no-changes", "--no-restore"], cancellationToken);
        return outcome.Succeeded ? [] : [.. labs.Select(lab => Problem(lab, outcome)).OfType<Defect>().DefaultIfEmpty(Unknown(outcome))];
    }

    private static Defect? Problem(AuthoredLab lab, ProcessOutcome outcome)
    {
        var folder = lab.SolutionFolder + Path.DirectorySeparatorChar;
        var line = outcome.Lines.FirstOrDefault(line => line.Contains(folder, StringComparison.Ordinal));
        return line is null ? null : new Defect($"solutions/{lab.Lab.Slug}", $"`dotnet format` would change it: {line.Trim()[folder.Length..]}");
    }

    private static Defect Unknown(ProcessOutcome outcome) => new("solutions", $"`dotnet format` fails: {outcome.FirstError}");
}
