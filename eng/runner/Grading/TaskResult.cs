using Workshop.Runner.Labs;

namespace Workshop.Runner.Grading;

/// <summary>What the checks of one task say together.</summary>
/// <param name="Task">The task.</param>
/// <param name="Checks">Its checks in order.</param>
/// <param name="Verdict">The verdict of the first check that is not done; done, if there is none.</param>
/// <param name="Message">The text that goes with it.</param>
/// <param name="Failure">The same as data; null where the harness gave none.</param>
internal sealed record TaskResult(
    LabTask Task, IReadOnlyList<CheckResult> Checks, Verdict Verdict, string Message, FailureReport? Failure = null)
{
    /// <summary>What was changed since the task was done; null where it was not, or still is.</summary>
    public FailureReport.ChangedFiles? Changes { get; init; }

    public static TaskResult Of(LabTask task, IReadOnlyList<CheckResult> checks)
    {
        if (checks.Count == 0)
        {
            return new TaskResult(task, checks, Verdict.FaultOfTheGrader, $"""
                {task.Id} {task.Title}: fault of the workshop

                No check grades this task. This is a fault of the workshop, not of your answer: go on with the next task.
                """.ReplaceLineEndings("\n"));
        }

        return Unfinished(task, checks, Verdict.Done);
    }

    /// <summary>A task whose checks did not all run.</summary>
    /// <param name="task">The task.</param>
    /// <param name="checks">Those that ended.</param>
    /// <param name="verdict">The verdict where none of these failed.</param>
    public static TaskResult Unfinished(LabTask task, IReadOnlyList<CheckResult> checks, Verdict verdict) =>
        checks.FirstOrDefault(check => check.Verdict is not Verdict.Done) is { } failed
            ? new TaskResult(task, checks, failed.Verdict, failed.Message, failed.Failure)
            : new TaskResult(task, checks, verdict, "");
}
