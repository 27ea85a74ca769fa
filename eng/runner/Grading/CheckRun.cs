using Workshop.Runner.Labs;
using Workshop.Runner.Processes;

namespace Workshop.Runner.Grading;

/// <summary>Runs a program of checks in a process of its own.</summary>
internal static class CheckRun
{
    /// <summary>Runs all checks of the program.</summary>
    /// <param name="workshop">The workshop, from which shown paths start.</param>
    /// <param name="assembly">The program.</param>
    /// <param name="limit">How long all checks together may take; the process is ended then.</param>
    /// <param name="cancellationToken">Ends the process.</param>
    /// <param name="environment">Environment variables beside those of this process.</param>
    public static async Task<(CheckReport Report, ProcessOutcome Run)> OfAsync(
        WorkshopFolder workshop,
        string assembly,
        TimeSpan limit,
        CancellationToken cancellationToken,
        params IEnumerable<KeyValuePair<string, string>> environment)
    {
        string[] arguments = ["exec", assembly, "-noColor", "-noLogo", "-noAutoReporters", "-reporter", "json"];
        var run = await Dotnet.RunAsync(
            workshop.Root,
            limit,
            arguments,
            ReporterMessage.IsIn,
            cancellationToken,
            [.. environment, KeyValuePair.Create(FailureReport.Asked, "1")]);
        return (CheckReport.Read(run.Kept, workshop.Root), run);
    }
}
