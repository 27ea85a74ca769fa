namespace Workshop.Harness;

/// <summary>Something that the check waited for did not happen within <see cref="LabCheck.Limit"/>.</summary>
public sealed class TimedOutException(string message) : CheckFailedException(message);
