namespace Workshop.Runner;

/// <summary>What the runner's exit codes mean, for scripts and continuous integration.</summary>
internal static class ExitCode
{
    public const int Passed = 0;
    public const int ChecksFailed = 1;
    public const int WrongUse = 2;
    public const int EnvironmentProblem = 3;

    /// <summary>Ctrl+C, as shells count it: 128 and the number of SIGINT.</summary>
    public const int Interrupted = 130;
}
