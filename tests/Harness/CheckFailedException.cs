namespace Workshop.Harness;

/// <summary>A check failed in a way that the student can mend. The message is all there is to read.</summary>
public abstract class CheckFailedException(string message) : Exception(message)
{
    /// <summary>Nothing: the place in the grader where a check noticed the failure helps nobody.</summary>
    public override string? StackTrace => null;
}
