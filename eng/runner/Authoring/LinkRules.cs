using System.Text.RegularExpressions;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Authoring;

/// <summary>Links between the workshop's own pages lead somewhere, and the commands that they show exist.</summary>
internal static partial class LinkRules
{
    private static readonly string[] FoldersOfPages = ["docs", "labs", "solutions", "eng/standins", "protos", "dotnet-new-template"];

    public static IEnumerable<Defect> Find(WorkshopFolder workshop, IReadOnlyCollection<string> commands)
    {
        foreach (var page in Pages(workshop))
        {
            var text = File.ReadAllText(page);
            foreach (var target in Link().Matches(text).Select(link => link.Groups[1].Value).Distinct())
            {
                if (Problem(page, target) is { } problem)
                {
                    yield return new Defect(workshop.Show(page), problem);
                }
            }

            foreach (var command in Command().Matches(text).Select(shown => shown.Groups[1].Value).Distinct())
            {
                if (!commands.Contains(command))
                {
                    yield return new Defect(workshop.Show(page), $"It shows `dotnet workshop.cs {command}`, and there is no such command.");
                }
            }
        }
    }

    private static IEnumerable<string> Pages(WorkshopFolder workshop) =>
        FoldersOfPages
            .SelectMany(folder => AuthoredLab.FilesOf(workshop.PathOf(folder), "*.md"))
            .Concat(Directory.EnumerateFiles(workshop.Root, "*.md"));

    private static string? Problem(string page, string target)
    {
        var parts = target.Split('#', 2);
        // The students' README is written for the place where it ends up: the workshop's root.
        var folder = page.Contains($"dotnet-new-template{Path.DirectorySeparatorChar}workshop", StringComparison.Ordinal)
            ? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, "..", ".."))
            : Path.GetDirectoryName(page)!;
        var file = parts[0].Length == 0 ? page : Path.GetFullPath(Path.Combine(folder, parts[0]));
        if (!Path.Exists(file))
        {
            return $"The link to {target} leads nowhere.";
        }

        return parts.Length == 2 && Path.GetExtension(file) is ".md" && !Headings(file).Contains(parts[1])
            ? $"The link to {target} names a heading that {Path.GetFileName(file)} does not have."
            : null;
    }

    // A heading's anchor, as Git hosts make it: lower case, spaces as dashes, no punctuation.
    private static IEnumerable<string> Headings(string file) =>
        Heading().Matches(File.ReadAllText(file))
            .Select(heading => Punctuation().Replace(heading.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex(@"\]\((?!https?://|mailto:)([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"dotnet workshop\.cs ([a-z][a-z-]*)")]
    private static partial Regex Command();

    [GeneratedRegex(@"^#+\s+(.+?)\s*$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N}\s_-]")]
    private static partial Regex Punctuation();
}
