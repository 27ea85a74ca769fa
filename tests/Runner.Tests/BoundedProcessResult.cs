namespace Workshop.Tests;

/// <summary>How a process ended.</summary>
internal sealed record BoundedProcessResult(int ExitCode, string Output, string Error)
{
    /// <summary>Both streams, for the message of a failed test.</summary>
    public string All => $"exit code {ExitCode}\n{Output}\n{Error}";
}
