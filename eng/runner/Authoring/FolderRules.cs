namespace Workshop.Runner.Authoring;

/// <summary>A C# file or a contract directly in a lab's folder is the student's; what lies in a sub-folder is given.</summary>
internal static class FolderRules
{
    private const string Program = "Program.cs";

    // Names that say nothing about what is in a folder.
    private static readonly string[] EmptyNames = ["Given", "Common", "Utils", "Helpers", "Misc"];

    public static IEnumerable<Defect> Find(AuthoredLab lab)
    {
        string[] marked = [.. lab.Marks().Select(mark => mark.File).Distinct()];
        foreach (var file in AuthoredLab.SourcesOf(lab.LabFolder))
        {
            var isAtTop = Path.GetDirectoryName(file) == lab.LabFolder;
            if (isAtTop && !marked.Contains(file) && Path.GetFileName(file) != Program)
            {
                yield return new Defect(
                    lab.Workshop.Show(file), "It has no task: move it into a sub-folder, for what lies at the top is the student's.");
            }
            else if (!isAtTop && marked.Contains(file))
            {
                yield return new Defect(
                    lab.Workshop.Show(file), "It has a task: move it to the top of the lab's folder, for what lies in a sub-folder is given.");
            }
        }

        var readme = File.ReadAllText(Path.Combine(lab.LabFolder, "README.md"));
        foreach (var row in Rows(lab))
        {
            if (!readme.Contains($"| `{row}` |", StringComparison.Ordinal))
            {
                yield return new Defect(lab.Lab.Readme, $"Its table of files has no row for {row}: add one, with a line on what it is.");
            }
        }

        foreach (var name in EmptyNames.Where(name => Directory.Exists(Path.Combine(lab.LabFolder, name))))
        {
            yield return new Defect($"labs/{lab.Lab.Slug}/{name}", "The name says nothing: call the folder after the role of what is in it.");
        }
    }

    private static IEnumerable<string> Rows(AuthoredLab lab) =>
        AuthoredLab.SourcesOf(lab.LabFolder).Where(file => Path.GetDirectoryName(file) == lab.LabFolder).Select(file => Path.GetFileName(file))
            .Concat(AuthoredLab.SourcesOf(lab.LabFolder)
                .Select(file => Path.GetRelativePath(lab.LabFolder, file).Replace('\\', '/').Split('/'))
                .Where(parts => parts.Length > 1)
                .Select(parts => $"{parts[0]}/")
                .Distinct())
            .Order(StringComparer.Ordinal);
}
