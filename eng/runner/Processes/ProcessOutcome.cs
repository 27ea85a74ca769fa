namespace Workshop.Runner.Processes;

/// <summary>How a process ended and what it printed, standard output and error in one.</summary>
/// <param name="ExitCode">Null when it had to be ended because it took too long.</param>
/// <param name="Kept">The lines that the caller asked to keep, all of them.</param>
/// <param name="Lines">The other lines; of a long output the last ones.</param>
internal sealed record ProcessOutcome(int? ExitCode, IReadOnlyList<string> Kept, IReadOnlyList<string> Lines)
{
    public bool TimedOut => ExitCode is null;

    public bool Succeeded => ExitCode is 0;

    /// <summary>The first line that names an error or what could not be done, or else the first that says anything.</summary>
    public string FirstError => (Lines.FirstOrDefault(line => line.Contains("error", StringComparison.Ordinal))
        ?? Lines.FirstOrDefault(line => line.Contains("could not", StringComparison.Ordinal))
        ?? Lines.FirstOrDefault(line => line.Trim().Length > 0)
        ?? "it said nothing").Trim();

    public string Text => string.Join('\n', Lines);
}
