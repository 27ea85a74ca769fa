using System.Globalization;
using System.Text.RegularExpressions;
using Workshop.Runner.Files;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Authoring;

/// <summary>The first files of a new lab, from eng/scaffold: one task, one check, one call. They compile; <c>dev check</c>
/// names the rest.</summary>
internal sealed partial class LabScaffold(WorkshopFolder workshop, string slug)
{
    private const string Readme = "README.md";

    private readonly string _area = slug[3..].Replace("-", "", StringComparison.Ordinal);

    private readonly string _name = string.Concat(
        slug[3..].Split('-').Select(word => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word)));

    /// <exception cref="WorkshopException">The slug is not one, or is taken.</exception>
    public static LabScaffold For(WorkshopFolder workshop, string slug)
    {
        if (!Slug().IsMatch(slug))
        {
            throw WorkshopException.WrongUse(
                $"'{slug}' cannot name a lab: write two digits, a dash, and words of small letters, such as 14-route-guide.");
        }

        var taken = workshop.ReadLabs().FirstOrDefault(lab => lab.Number == slug[..2] || lab.Name == slug[3..]);
        return taken is null
            ? new LabScaffold(workshop, slug)
            : throw WorkshopException.WrongUse($"There is a lab {taken.Slug} already. Take another number and another name.");
    }

    /// <returns>The files that were written, relative to the repository.</returns>
    public IReadOnlyList<string> Write()
    {
        var scaffold = workshop.PathOf("eng", "scaffold");
        var written = new List<string>();
        foreach (var file in FolderCopy.Files(scaffold).Where(file => file != Readme))
        {
            var path = workshop.PathOf(Fill(file));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, Fill(File.ReadAllText(Path.Combine(scaffold, file)).ReplaceLineEndings("\n")));
            written.Add(workshop.Show(path));
        }

        return written;
    }

    private string Fill(string text) => Number().Replace(
        text
            .Replace("00-scaffold", slug, StringComparison.Ordinal)
            .Replace("Scaffold", _name, StringComparison.Ordinal)
            .Replace("scaffold", _area, StringComparison.Ordinal),
        slug[..2]);

    [GeneratedRegex(@"^\d\d-[a-z]+[a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex Slug();

    [GeneratedRegex(@"\b00\b")]
    private static partial Regex Number();
}
