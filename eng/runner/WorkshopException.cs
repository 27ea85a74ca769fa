namespace Workshop.Runner;

/// <summary>The command cannot go on. The message says what happened, why, and what to do.</summary>
internal sealed class WorkshopException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;

    public static WorkshopException WrongUse(string message) => new(Runner.ExitCode.WrongUse, message);

    public static WorkshopException Environment(string message) => new(Runner.ExitCode.EnvironmentProblem, message);

    /// <summary>Whether an exception says that a file could not be read or written.</summary>
    public static bool IsOfFile(Exception problem) => problem is IOException or UnauthorizedAccessException;

    /// <summary>What to say of such an exception.</summary>
    public static WorkshopException OfFile(Exception problem) => Environment(
        $"A file could not be read or written: {problem.Message} Check that you may write to the workshop's folder, "
        + "that the disk has space, and that no other program holds the file.");
}
