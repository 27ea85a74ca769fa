namespace Workshop.Standins.Tests;

/// <summary>Ends a wait that takes too long, so that a defect is a failed test and not a run that hangs.</summary>
internal static class Deadline
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static Task InTime(this Task task) => task.WaitAsync(Limit);

    public static Task<T> InTime<T>(this Task<T> task) => task.WaitAsync(Limit);
}
