using System.Globalization;
using System.Text.RegularExpressions;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Authoring;

/// <summary>The first files of a new lab: one task, one check, one call. They compile; <c>dev check</c> names the rest.
/// </summary>
internal sealed partial class LabScaffold(WorkshopFolder workshop, string slug)
{
    private readonly string _area = slug[3..].Replace("-", "", StringComparison.Ordinal);

    private readonly string _name = string.Concat(
        slug[3..].Split('-').Select(word => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word)));

    /// <summary>The projects, relative to the repository, in the order in which a solution lists them.</summary>
    public IReadOnlyList<string> Projects =>
        [$"labs/{slug}/{_name}.csproj", $"solutions/{slug}/{_name}.csproj", $"tests/{slug}/{_name}.Tests.csproj"];

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
        (string File, string Text)[] files =
        [
            ($"protos/workshop/{_area}/v1/{_area}.proto", ScaffoldText.Contract),
            ($"labs/{slug}/README.md", ScaffoldText.Readme),
            ($"labs/{slug}/{_name}.csproj", ScaffoldText.Project),
            ($"labs/{slug}/Program.cs", ScaffoldText.Program),
            ($"labs/{slug}/{_name}App.cs", ScaffoldText.App),
            ($"labs/{slug}/Answering.cs", ScaffoldText.Service.Replace("$body$", ScaffoldText.Stub, StringComparison.Ordinal)),
            ($"solutions/{slug}/{_name}.csproj", ScaffoldText.Project),
            ($"solutions/{slug}/Answering.cs", ScaffoldText.Service.Replace("$body$", ScaffoldText.Answer, StringComparison.Ordinal)),
            ($"tests/{slug}/{_name}.Tests.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />\n"),
            ($"tests/{slug}/{_name}Checks.cs", ScaffoldText.Checks),
            ($"docs/{slug}.md", ScaffoldText.ConceptPage),
        ];
        foreach (var (file, text) in files)
        {
            var path = workshop.PathOf(file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, Fill(text));
        }

        return [.. files.Select(file => file.File)];
    }

    private string Fill(string text) => text
        .Replace("$slug$", slug, StringComparison.Ordinal)
        .Replace("$number$", slug[..2], StringComparison.Ordinal)
        .Replace("$area$", _area, StringComparison.Ordinal)
        .Replace("$name$", _name, StringComparison.Ordinal)
        .ReplaceLineEndings("\n");

    [GeneratedRegex(@"^\d\d-[a-z]+[a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex Slug();
}
