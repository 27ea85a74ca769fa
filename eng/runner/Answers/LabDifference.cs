using Workshop.Runner.Labs;

namespace Workshop.Runner.Answers;

/// <summary>How a student's files differ from the solution, as a unified diff: minus is theirs, plus the solution's.</summary>
internal static class LabDifference
{
    /// <summary>Compares the files that the solution answers; all others are the lab's own.</summary>
    /// <exception cref="WorkshopException">There is no solution here.</exception>
    public static IReadOnlyList<FileDifference> Of(WorkshopFolder workshop, Lab lab)
    {
        workshop.RequireSolutionOf(lab);
        return [.. LabFiles.Read(workshop, lab, Grade.Solutions)
            .Where(answer => Path.GetExtension(answer.Path) is not ".csproj")
            .Select(answer => FileDifference.Of(
                $"labs/{lab.Slug}/{answer.Path}",
                Text(workshop.PathOf("labs", lab.Slug, answer.Path)),
                $"solutions/{lab.Slug}/{answer.Path}",
                Text(answer.File)))];
    }

    private static string Text(string file) => File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
}
