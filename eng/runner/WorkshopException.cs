namespace Workshop.Runner;

/// <summary>The command cannot go on. The message says what happened, why, and what to do.</summary>
internal sealed class WorkshopException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;

    public static WorkshopException WrongUse(string message) => new(Runner.ExitCode.WrongUse, message);

    public static WorkshopException Environment(string message) => new(Runner.ExitCode.EnvironmentProblem, message);
}
