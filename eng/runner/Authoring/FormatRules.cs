using Workshop.Runner.Labs;
using Workshop.Runner.Processes;

namespace Workshop.Runner.Authoring;

/// <summary>dotnet format would change no whitespace and no line end in the solutions.</summary>
/// <remarks>The build of a solution fails for what the style and the analyzers say; dotnet format would need ten times as long for
/// that.</remarks>
internal static class FormatRules
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    public static async Task<IReadOnlyList<Defect>> FindAsync(
        WorkshopFolder workshop, IReadOnlyCollection<AuthoredLab> labs, CancellationToken cancellationToken)
    {
        if (labs.Count == 0)
        {
            return [];
        }

        // A folder that ends with no slash, or is not given from the root, is taken for a file that is not there.
        string[] arguments = ["format", "whitespace", workshop.Root, "--folder", "--verify-no-changes", "--include", .. labs.Select(lab => $"solutions/{lab.Lab.Slug}/")];
        var outcome = await Dotnet.RunAsync(workshop.Root, Limit, arguments, cancellationToken);
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
