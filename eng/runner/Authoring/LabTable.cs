using System.Globalization;
using System.Text.RegularExpressions;
using Workshop.Runner.Files;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Authoring;

/// <summary>The row of a lab in the tables of the two READMEs, the repository's and the made workshop's: a link to the lab,
/// what it is about, the minutes of its core and of its production part.</summary>
internal static partial class LabTable
{
    private static readonly string[] Readmes = ["README.md", "dotnet-new-template/workshop/README.md"];

    public static IEnumerable<Defect> Find(AuthoredLab lab)
    {
        foreach (var readme in Readmes.Where(readme => File.Exists(lab.Workshop.PathOf(readme))))
        {
            string[] rows = [.. File.ReadLines(lab.Workshop.PathOf(readme)).Where(line => line.StartsWith('|') && line.Contains(Link(lab.Lab), StringComparison.Ordinal))];
            if (rows.Length != 1)
            {
                yield return new Defect(readme, $"Its table of labs has {rows.Length} rows for {lab.Lab.Slug}: write one, with a link, what it is about, and the minutes of core and production.");
            }
            else if (lab.Lab.Minutes is { } minutes && !rows[0].TrimEnd().EndsWith(Minutes(minutes), StringComparison.Ordinal))
            {
                yield return new Defect(readme, $"The row of {lab.Lab.Slug} does not end with{Minutes(minutes)} (core, production), as the lab's own README does.");
            }
        }
    }

    /// <summary>Adds a row for a new lab behind those that are there.</summary>
    public static void Add(WorkshopFolder workshop, Lab lab)
    {
        foreach (var readme in Readmes.Select(readme => workshop.PathOf(readme)).Where(File.Exists))
        {
            var lines = File.ReadAllLines(readme).ToList();
            var last = lines.FindLastIndex(line => Row().IsMatch(line));
            lines.Insert(last + 1, $"| [{lab.Slug}{Link(lab)} | {lab.Name}{Minutes(lab.Minutes ?? new LabMinutes(0, 0, 0))}");
            AtomicFile.Write(readme, string.Join('\n', lines) + "\n");
        }
    }

    private static string Link(Lab lab) => $"](labs/{lab.Slug}/README.md)";

    private static string Minutes(LabMinutes minutes) => string.Create(CultureInfo.InvariantCulture, $" | {minutes.Core} | {minutes.Production} |");

    [GeneratedRegex(@"^\| \[.*\]\(labs/\d\d-[^/]+/README\.md\) \|")]
    private static partial Regex Row();
}
