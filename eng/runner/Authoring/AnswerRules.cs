namespace Workshop.Runner.Authoring;

/// <summary>A solution holds the answered files and no other, and no task is marked outside labs/.</summary>
internal static class AnswerRules
{
    public static IEnumerable<Defect> Find(AuthoredLab lab)
    {
        string[] answered = [.. lab.Marks().Select(mark => Path.GetRelativePath(lab.LabFolder, mark.File)).Distinct()];
        string[] answers = [.. AuthoredLab.FilesOf(lab.SolutionFolder, "*")
            .Select(file => Path.GetRelativePath(lab.SolutionFolder, file))
            .Where(file => Path.GetExtension(file) is not ".csproj")];

        foreach (var file in answered.Except(answers))
        {
            yield return new Defect(
                Show(lab, lab.LabFolder, file), "It has a task, and the solution has no file of that name: add the answered one.");
        }

        foreach (var file in answers.Except(answered))
        {
            if (File.Exists(Path.Combine(lab.LabFolder, file)))
            {
                yield return new Defect(
                    Show(lab, lab.SolutionFolder, file), "It answers no task: delete it, the lab's own file is linked.");
            }
        }

        if (lab.SolutionProject is not { } project)
        {
            yield return new Defect($"solutions/{lab.Lab.Slug}", "There is no project: copy the lab's project file.");
        }
        else if (!SameProject(Path.Combine(lab.LabFolder, Path.GetFileName(project)), project))
        {
            yield return new Defect(
                lab.Workshop.Show(project), "It differs from the lab's project file of the same name: a solution must build as the lab does.");
        }

        foreach (var file in AuthoredLab.FilesOf(lab.SolutionFolder, "*.cs").Where(file => File.ReadAllText(file).Contains("TODO", StringComparison.Ordinal)))
        {
            yield return new Defect(lab.Workshop.Show(file), "It still says TODO: a solution has nothing left to do.");
        }

        if (!File.Exists(lab.ConceptPage))
        {
            yield return new Defect($"docs/{lab.Lab.Slug}.md", "The lab has no page on its ideas: write one.");
        }
    }

    private static bool SameProject(string labProject, string solutionProject) =>
        File.Exists(labProject)
        && File.ReadAllText(labProject).ReplaceLineEndings("\n") == File.ReadAllText(solutionProject).ReplaceLineEndings("\n");

    private static string Show(AuthoredLab lab, string folder, string file) => lab.Workshop.Show(Path.Combine(folder, file));
}
