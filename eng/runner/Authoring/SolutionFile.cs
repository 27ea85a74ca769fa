using Workshop.Runner.Labs;
using Workshop.Runner.Processes;

namespace Workshop.Runner.Authoring;

/// <summary>Adds projects to the repository's solutions, in solution folders equal to the directories.</summary>
internal static class SolutionFile
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <param name="workshop">The repository.</param>
    /// <param name="solution">The solution, relative to the repository.</param>
    /// <param name="project">The project, relative to the repository.</param>
    /// <param name="cancellationToken">Ends the process that does it.</param>
    /// <exception cref="WorkshopException">dotnet refuses.</exception>
    public static async Task AddAsync(
        WorkshopFolder workshop, string solution, string project, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            "sln", workshop.PathOf(solution), "add", workshop.PathOf(project),
            "--include-references", "false", "--solution-folder", Path.GetDirectoryName(project)!.Replace('\\', '/'),
        ];
        var outcome = await Dotnet.RunAsync(workshop.Root, Limit, arguments, cancellationToken);
        if (!outcome.Succeeded)
        {
            throw WorkshopException.Environment(
                $"{project} could not be added to {solution}: {string.Join(' ', outcome.Lines).Trim()} Add it by hand with `dotnet sln add`.");
        }
    }
}
