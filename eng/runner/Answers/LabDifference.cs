using Workshop.Runner.Labs;

namespace Workshop.Runner.Answers;

/// <summary>How a student's files differ from the solution, as a unified diff: minus is theirs, plus the solution's.</summary>
internal static class LabDifference
{
    /// <summary>Compares the files that the solution answers; all others are the lab's own.</summary>
    public static IReadOnlyList<FileDifference> Of(WorkshopFolder workshop, Lab lab)
    {
        var solution = workshop.PathOf("solutions", lab.Slug);
        if (!Directory.Exists(solution))
        {
            throw WorkshopException.WrongUse(
                $"There is nothing to compare with: this workshop has no solutions/{lab.Slug}. Whoever gave you the workshop may have kept it back.");
        }

        return [.. Directory.EnumerateFiles(solution, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(solution, file).Replace('\\', '/'))
            .Where(file => LabFiles.IsAnswer(file) && Path.GetExtension(file) is not ".csproj")
            .Order(StringComparer.Ordinal)
            .Select(file => FileDifference.Of(
                $"labs/{lab.Slug}/{file}",
                Text(workshop.PathOf("labs", lab.Slug, file)),
                $"solutions/{lab.Slug}/{file}",
                Text(Path.Combine(solution, file))))];
    }

    private static string Text(string file) => File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
}
